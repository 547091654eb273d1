import { describe, expect, it } from "vitest";
import type { NewRecommendation } from "#plan/new-plan.ts";
import { identifierWarningsIn, refuseIdentifiersIn } from "#usecases/refuse-identifiers-in.ts";
import { anAction } from "../plan/plan-data.ts";

function aDocument(progressAsPrinted: string): readonly NewRecommendation[] {
  const actions = [anAction({ order: 2, progressAsPrinted })];
  return [{ ref: "3.1", order: 1, text: "Train.", addressees: [], paragraphs: [], actions }];
}

const refused = (): void => refuseIdentifiersIn(aDocument("Seen: 943 476 5919."));

describe("a document", () => {
  it("with an NHS number is refused, saying where it stands and not what it is", () => {
    expect(refused).toThrow(/NHS number in action 2 of recommendation 3\.1, at word 2/);
    expect(refused).not.toThrow(/943/);
    expect(() => refuseIdentifiersIn(aDocument("Ring 01632 960000."))).not.toThrow();
  });

  it("with what may be a date of birth is warned about", () => {
    expect(identifierWarningsIn(aDocument("The boy, born 3/4/2009, was seen."))).toEqual([
      expect.stringContaining("in action 2 of recommendation 3.1, at word 3"),
    ]);
    expect(identifierWarningsIn(aDocument("Done on 3/4/2016."))).toEqual([]);
  });
});
