import type { DocumentAction, PlanDocument } from "#documents/plan-document.ts";
import { DocumentFromParts, reviewParts } from "#tab/import/review-parts.ts";
import { type ReviewGroup, reviewGroups } from "#tab/import/review-rows.ts";
import { describe, expect, it } from "vitest";

const anAction = (text: string): DocumentAction => ({
  agencies: ["Trust"],
  text,
  leads: ["Matron"],
  due: ["2027-05-01"],
});

/** A document whose recommendations have so many actions each. */
function aDocument(...sizes: readonly number[]): PlanDocument {
  return {
    kind: "plan",
    plan: { title: "Long plan" },
    recommendations: sizes.map((size, at) => ({
      ref: `${at + 1}`,
      addressees: [],
      text: `Recommendation ${at + 1}.`,
      paragraphs: [],
      actions: Array.from({ length: size }, (_, index) => anAction(`Do ${at}.${index}.`)),
    })),
    findings: [],
    questions: [],
    problems: [{ where: "Table 1", what: "A note." }],
  };
}

/** As a worker hands it over: each part is copied. */
function handedOver(document: PlanDocument) {
  const { recommendations, ...rest } = document;
  const taken = new DocumentFromParts();
  const parts = [...reviewParts(reviewGroups({ recommendations }))];
  for (const part of parts) taken.take(structuredClone(part));
  return { parts, read: taken.with(rest) };
}

const sizeOf = (part: readonly ReviewGroup[]) =>
  part.reduce((sum, { actions }) => sum + 1 + actions.length, 0);

describe("a document that is handed over in parts", () => {
  it.each([
    ["nothing", []],
    ["a recommendation without an action", [0]],
    ["many small recommendations", Array.from({ length: 900 }, () => 1)],
    ["one with more actions than a part holds", [3, 2_000, 0, 2]],
    ["as many as a part holds, and one more", [399, 400, 401]],
  ])("is the same on the other side, with %s", (_name, sizes) => {
    const document = aDocument(...sizes);
    const { read } = handedOver(document);
    expect(read.document).toEqual(document);
    expect(read.groups).toEqual(reviewGroups(document));
  });

  it("comes in parts that are small, and not in more than it needs", () => {
    const { parts } = handedOver(aDocument(5_000, ...Array.from({ length: 1_000 }, () => 3)));
    expect(Math.max(...parts.map(sizeOf))).toBeLessThanOrEqual(801);
    expect(parts.length).toBeLessThan(30);
  });
});
