import { expect, it } from "vitest";
import { messageText } from "#bot/message-text.ts";

it.each([
  ["<div>We met.<br>All <b>agreed</b> &amp; signed.</div>", "We met.\nAll agreed & signed."],
  ["<p>One</p><p>Two</p>", "One\nTwo"],
  ["<ul><li>One</li><li>Two</li></ul>", "One\nTwo"],
  ["Hello<script>alert(1)</script><style>p{}</style>", "Hello"],
  ['<at id="0">Action plan</at>&nbsp;2.1', "Action plan 2.1"],
  ["<attachment id=1></attachment>&lt;b&gt; as typed", "<b> as typed"],
])("gives the words of %s", (content, words) => {
  expect(messageText({ contentType: "html", content })).toBe(words);
});

it("leaves plain text as it is", () => {
  expect(messageText({ contentType: "text", content: "<b> 2 < 3" })).toBe("<b> 2 < 3");
});

it("takes a message that is nested deeper than any person writes", () => {
  const content = `Said.${"<div>".repeat(20_000)}too deep`;
  expect(messageText({ contentType: "html", content })).toBe("Said.");
});
