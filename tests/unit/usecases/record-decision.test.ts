import { describe, expect, it } from "vitest";
import { NotAllowedError, RefusedError } from "#plan/errors.ts";
import { foldAction } from "#plan/fold.ts";
import type { Me } from "#plan/permissions.ts";
import { brag, peerChecked, type RatingScheme } from "#plan/rating-scheme.ts";
import type { Entry } from "#plan/record.ts";
import { type Agreed, recordDecision } from "#usecases/record-decision.ts";
import { aDecision, agencies, anAction, anUpdate } from "../plan/plan-data.ts";
import { group, openTo, untouched } from "./a-plan-of-me.ts";

const action = anAction();
const later = { checkBy: "Named nurse", checkOn: "2027-06-30" } as const;
const impact = { name: "Audit", url: "https://trust.example/audit", kind: "impact" } as const;
const audited = anUpdate({ rating: "green", evidence: [impact] });

interface Tried {
  readonly decision: Agreed;
  readonly who?: Partial<Me>;
  readonly record?: readonly Entry[];
  readonly scheme?: RatingScheme;
}

function decide({ decision, who = group, record = [], scheme = brag }: Tried) {
  const state = foldAction(scheme, agencies, action, record);
  const open = openTo(who, scheme);
  return recordDecision({ record: untouched }, { open, action, state, decision, key: "key" });
}

describe("a decision is refused", () => {
  const agree = { kind: "agree-rating", rating: "amber" } as const;

  it.each([
    ["an agency's lead officer", { agencies: ["Acute"] }],
    ["a scrutiny member", { roles: ["scrutiny"] }],
    ["a plan owner", { roles: ["owner"] }],
    ["a reader", { roles: ["reader"] }],
  ] as const)("to %s", async (_, who) => {
    await expect(decide({ decision: agree, who })).rejects.toThrow(NotAllowedError);
  });

  it.each<[string, Tried, RegExp]>([
    [
      "another rating than proposed without a reason",
      { decision: agree },
      /another rating than proposed/,
    ],
    [
      "a rating that the scheme lacks",
      { decision: { ...agree, rating: "purple", reason: "So." } },
      /one of the plan's ratings/,
    ],
    [
      "a day that does not exist",
      { decision: { kind: "agree-date", date: "2026-02-30", reason: "So." } },
      /day that exists/,
    ],
    [
      "a date that nobody asked for without a reason",
      { decision: { kind: "agree-date", date: "2027-01-31" } },
      /was not asked for/,
    ],
    [
      "closing without evidence of impact or a reason",
      { decision: { kind: "close", ...later } },
      /Nothing here shows/,
    ],
    [
      "closing on evidence of activity alone",
      {
        decision: { kind: "close", ...later },
        record: [anUpdate({ evidence: [{ ...impact, kind: "activity" }] })],
      },
      /Nothing here shows/,
    ],
    [
      "closing with nobody to check again",
      { decision: { kind: "close", ...later, checkBy: " " }, record: [audited] },
      /who checks again/,
    ],
    [
      "closing with a rating that says work is left",
      { decision: { kind: "close", ...later, rating: "amber", reason: "So." }, record: [audited] },
      /work is left/,
    ],
    [
      "closing with another rating than proposed without a reason",
      { decision: { kind: "close", ...later, rating: "blue" }, record: [audited] },
      /another rating than proposed/,
    ],
    [
      "closing what is closed",
      { decision: { kind: "close", ...later }, record: [audited, aDecision({ kind: "closed" })] },
      /closed already/,
    ],
    [
      "opening what is open",
      { decision: { kind: "reopen", reason: "It fell back." } },
      /not closed/,
    ],
    [
      "opening again without a reason",
      { decision: { kind: "reopen", reason: "" }, record: [aDecision({ kind: "closed" })] },
      /Say why/,
    ],
    [
      "a later check on no day",
      { decision: { kind: "ask-monitoring", ...later, checkOn: "2027-13-01" } },
      /day that exists/,
    ],
    [
      "a reason with an NHS number",
      { decision: { ...agree, reason: "Seen in 943 476 5919." } },
      /NHS number in the reason, at word 3/,
    ],
    [
      "agreeing that peers have checked it without closing it",
      {
        decision: { kind: "agree-rating", rating: "blue" },
        record: [anUpdate({ rating: "blue" })],
        scheme: peerChecked,
      },
      /Close the action to agree it/,
    ],
  ])("for %s", async (_, tried, says) => {
    const refused = decide(tried);
    await expect(refused).rejects.toThrow(RefusedError);
    await expect(refused).rejects.toThrow(says);
  });

  it("for closing to whoever speaks for the action's agency, whatever else they are", async () => {
    const who = { roles: ["challenge", "owner"], agencies: ["Council", "Acute"] } as const;
    const close = { kind: "close", reason: "Done.", ...later } as const;
    await expect(decide({ decision: close, who, record: [audited] })).rejects.toThrow(/also yours/);
    await expect(
      decide({ decision: close, who: { ...who, agencies: ["Council"] } }),
    ).rejects.toThrow("The record was touched.");
  });
});

describe("a decision is taken", () => {
  it.each<[string, Tried]>([
    [
      "as proposed without a reason",
      { decision: { kind: "agree-rating", rating: "green" }, record: [audited] },
    ],
    [
      "as not applicable with one",
      { decision: { kind: "agree-rating", rating: "not-applicable", reason: "No such ward." } },
    ],
    [
      "on the date asked for",
      {
        decision: { kind: "agree-date", date: "2027-01-31" },
        record: [anUpdate({ revisedDate: "2027-01-31" })],
      },
    ],
    [
      "to close on evidence of impact",
      { decision: { kind: "close", ...later }, record: [audited] },
    ],
    [
      "to close for a stated reason",
      { decision: { kind: "close", ...later, reason: "The ward has closed." } },
    ],
    [
      "to open again",
      {
        decision: { kind: "reopen", reason: "It fell back." },
        record: [aDecision({ kind: "closed" })],
      },
    ],
    ["to check later", { decision: { kind: "ask-monitoring", ...later } }],
  ])("%s", async (_, tried) => {
    await expect(decide(tried)).rejects.toThrow("The record was touched.");
  });
});
