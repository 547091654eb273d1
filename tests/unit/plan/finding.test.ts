import { describe, expect, it } from "vitest";
import { type Finding, findingsBehind } from "#plan/finding.ts";
import { columnsKept } from "#plan/kept-columns.ts";

const aFinding = (paragraph: string, ...recommendations: string[]): Finding => ({
  paragraph,
  text: `What was found in ${paragraph}.`,
  recommendations,
});

const behind = (paragraphs: readonly string[], ...findings: Finding[]) =>
  findingsBehind({ ref: "2.1", paragraphs }, findings).map(({ paragraph }) => paragraph);

describe("the findings behind a recommendation", () => {
  it("are those that it names and those that name it, in the report's order", () => {
    expect(
      behind(
        ["(3.2)", "1.4,"],
        aFinding("1.4"),
        aFinding("2.9", "2.1"),
        aFinding("3.2"),
        aFinding("5"),
      ),
    ).toEqual(["1.4", "2.9", "3.2"]);
  });

  it("are none where a reference points nowhere, or to a longer number", () => {
    expect(behind(["3.1"], aFinding("3.10"), aFinding("3.14", "2.10"))).toEqual([]);
  });
});

describe("what a plan's columns mean", () => {
  it("is what was said last of a heading, with what was said of others", () => {
    const before = [
      { heading: "Where we are", meaning: "status" },
      { heading: "Ready", meaning: "due" },
    ];
    expect(columnsKept(before, [{ heading: "Where we are", meaning: "progress" }])).toEqual([
      { heading: "Ready", meaning: "due" },
      { heading: "Where we are", meaning: "progress" },
    ]);
  });

  it("makes room for what is said now", () => {
    const many = Array.from({ length: 300 }, (_, at) => ({ heading: `${at}`, meaning: "due" }));
    const kept = columnsKept(many, [{ heading: "new", meaning: "action" }]);
    expect(kept).toHaveLength(200);
    expect(kept.at(-1)?.heading).toBe("new");
  });
});
