import { expect, it } from "vitest";
import { writeMinutes } from "#documents/write/write-minutes.ts";
import type { Minutes } from "#plan/minutes.ts";
import { brag } from "#plan/rating-scheme.ts";
import { partOf } from "#tests/support/package-parts.ts";

const recommendation = {
  id: 1,
  ref: "1.1",
  order: 1,
  text: "Train everybody.",
  addressees: ["Trust"],
  paragraphs: [],
};

const minutes: Minutes = {
  plan: { id: 1, title: "Plan & more", regulator: "CQC", scheme: brag },
  meeting: {
    id: 5,
    planId: 1,
    starts: "2026-11-19T10:00:00Z",
    ended: "2026-11-19T11:02:00Z",
    chair: { loginName: "chair", name: "Challenge chair" },
    agenda: [],
    attendance: [],
    version: "1",
  },
  parties: [{ agency: "Trust", present: ["Named nurse"], apologies: ["GP"] }],
  items: [
    {
      recommendation,
      parts: [
        {
          lines: [
            {
              at: "2026-11-19T10:22:00Z",
              what: "Asked Trust",
              words: "Is <this> true?",
              by: "Secretary",
            },
          ],
        },
      ],
    },
  ],
  notReached: [{ recommendation: { ...recommendation, ref: "2.4" }, question: "Since when?" }],
};

it("has Word's own headings, and tables whose first rows are told to screen readers", async () => {
  const xml = partOf(await writeMinutes(minutes), "word/document.xml");
  const headings = [...xml.matchAll(/<w:pStyle w:val="(Heading\d)"\/>.*?<\/w:p>/gs)].map(
    ([paragraph, style]) => [style, paragraph.replaceAll(/<[^>]+>/g, "")],
  );
  expect(headings).toEqual([
    ["Heading1", "Minutes of the peer-challenge meeting"],
    ["Heading2", "Present and apologies"],
    ["Heading2", "Recommendation 1.1"],
    ["Heading2", "On the agenda and not talked about"],
  ]);
  expect(xml.match(/<w:tbl>/g)).toHaveLength(2);
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
});

it("says when it was held, what was said, when and who wrote it down, typed text as text", async () => {
  const xml = partOf(await writeMinutes(minutes), "word/document.xml");
  const words = xml.replaceAll("</w:p>", "\n").replaceAll(/<[^>]+>/g, "");
  for (const line of [
    "19 November 2026, from 10.00 to 11.02",
    "Plan &amp; more",
    "10.22",
    "Is &lt;this&gt; true?",
    "Secretary",
    "Recommendation 2.4: Since when?",
  ])
    expect(words).toContain(line);
});
