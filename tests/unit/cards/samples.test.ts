// @vitest-environment jsdom
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bindCard, type TemplateName } from "#cards/template.ts";
import { renderCard } from "./rendered-card.ts";

const folder = "adaptive-cards";
const samples = readdirSync(folder).filter((file) => file.endsWith(".data.json"));
const templates: readonly TemplateName[] = [
  "action",
  "action-read",
  "action-saved",
  "action-refused",
  "challenge",
  "challenge-answered",
  "challenge-form",
  "message-form",
  "minutes",
  "monday",
  "recommendation",
  "reminders",
  "search-result",
  "sign-in",
];

function sampleCard(file: string): object {
  const name = templates.find((each) => each === file.split(".")[0]);
  if (!name) throw new Error(`${file} belongs to no template.`);
  return bindCard(name, JSON.parse(readFileSync(`${folder}/${file}`, "utf8")));
}

describe.each(samples)("the sample %s", (file) => {
  it("fills every place of its template", () => {
    expect(JSON.stringify(sampleCard(file))).not.toContain("${");
  });

  it("renders without a complaint from the renderer", () => {
    expect(renderCard(sampleCard(file)).problems).toEqual([]);
  });

  it("says what it is to a client that cannot show it, and to a screen reader", () => {
    expect(sampleCard(file)).toMatchObject({
      version: "1.5",
      speak: expect.stringMatching(/\w/),
      fallbackText: expect.stringMatching(/\w/),
    });
  });

  // Teams' own renderer writes to `key` in an action's data, and a client that froze the card throws there.
  it("leaves names to the renderer that are the renderer's", () => {
    expect(JSON.stringify(sampleCard(file))).not.toMatch(/"data":\{[^{}]*"(key|msteams|msTeams)":/);
  });

  it("marks each input that has to be filled, and says what is missing in it", () => {
    const { element, required } = renderCard(sampleCard(file));
    for (const { errorMessage } of required) expect(errorMessage).toMatch(/\w.*\.$/);
    const marked = Array.from(element.querySelectorAll("label, .ac-richTextBlock, .ac-textBlock"));
    const asterisks = marked.filter(({ textContent }) => textContent?.endsWith(" *"));
    expect(new Set(asterisks.map(({ textContent }) => textContent)).size).toBe(required.length);
    const hasInputs = element.querySelector("input, textarea, select") !== null;
    expect(required.length > 0).toBe(hasInputs);
  });

  it("labels every input", () => {
    const { element } = renderCard(sampleCard(file));
    const inputs = element.querySelectorAll<HTMLElement>("input, textarea, select");
    const unlabelled = Array.from(inputs).filter((input) => !isLabelled(element, input));
    expect(unlabelled.map(({ outerHTML }) => outerHTML)).toEqual([]);
  });
});

it("has a sample beside each template", () => {
  const files = readdirSync(folder);
  expect(files.filter((file) => file.endsWith(".template.json")).toSorted()).toEqual(
    templates.map((name) => `${name}.template.json`).toSorted(),
  );
  for (const name of templates) expect(files).toContain(`${name}.data.json`);
});

function isLabelled(card: HTMLElement, input: HTMLElement): boolean {
  const ids = input.getAttribute("aria-labelledby")?.split(" ") ?? [];
  return (
    Boolean(input.getAttribute("aria-label")) ||
    ids.some((id) => card.querySelector(`[id="${id}"]`)?.textContent) ||
    Boolean(card.querySelector(`label[for="${input.id}"]`)?.textContent)
  );
}
