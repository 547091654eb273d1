import type { ActionState } from "#plan/fold.ts";
import { foldAction } from "#plan/fold.ts";
import type { Me } from "#plan/permissions.ts";
import { brag, peerChecked } from "#plan/rating-scheme.ts";
import { usualTasks } from "#tab/action/tasks.ts";
import {
  agreedBy,
  decisionProblems,
  emptyDecision,
  needsReason,
  whatToDecide,
} from "#tab/challenge/decision-words.ts";
import { mergeTexts } from "#tab/definition/fields.ts";
import { describe, expect, it } from "vitest";
import { aDecision, anAction, anUpdate, north, south } from "./support/a-plan.ts";

const action = anAction();
const stateAfter = (...record: Parameters<typeof foldAction>[3]): ActionState =>
  foldAction(brag, [north, south], action, record);
const me = (roles: Me["roles"], agencies: readonly string[] = []): Me => ({
  id: 1,
  name: "Somebody",
  loginName: "somebody",
  roles,
  agencies,
});
const green = stateAfter(anUpdate({ rating: "green" }));
const about = (who: Me, state = green) => ({ me: who, action, state });

describe("what somebody can do beside an action", () => {
  const view = { action, state: green, place: 1, of: 1, haystack: "" };
  const recommendation = {
    id: 1,
    ref: "1",
    order: 1,
    text: "",
    addressees: [],
    paragraphs: [],
  };

  it.each([
    ["an agency of it rates and asks for a date", me([], ["North"]), ["rate", "date"]],
    ["another agency does nothing", me([], ["South"]), []],
    ["the group decides and asks", me(["challenge"]), ["decide", "ask"]],
    ["scrutiny asks", me(["scrutiny"]), ["ask"]],
    ["an owner has no form at hand", me(["owner"]), []],
  ])("%s", (_, who, tasks) => {
    expect(usualTasks(who, { ...view, recommendation })).toEqual(tasks);
  });
});

describe("a decision", () => {
  it("agrees what was proposed without another word", () => {
    const words = { ...emptyDecision(green), what: "proposed" as const };
    expect(decisionProblems(green, words)).toEqual({});
    expect(agreedBy(green, words)).toEqual({ kind: "agree-rating", rating: "green" });
  });

  it("of another rating, an unasked date, a reopening, or a closing without impact says why", () => {
    const words = emptyDecision(green);
    expect(needsReason(green, { ...words, what: "rating", rating: "amber" })).toBe(true);
    expect(needsReason(green, { ...words, what: "rating", rating: "green" })).toBe(false);
    expect(needsReason(green, { ...words, what: "date", date: "2027-01-31" })).toBe(true);
    expect(needsReason(green, { ...words, what: "reopen" })).toBe(true);
    expect(needsReason(green, { ...words, what: "close" })).toBe(true);
    const proved = stateAfter(anUpdate({ rating: "blue", evidenceCount: 1, impactCount: 1 }));
    expect(needsReason(proved, { ...words, what: "close", rating: "blue" })).toBe(false);
  });

  it("starts from the date that was asked for, and agrees it without a reason", () => {
    const asked = stateAfter(anUpdate({ revisedDate: "2027-03-31" }));
    const words = { ...emptyDecision(asked), what: "date" as const };
    expect(decisionProblems(asked, words)).toEqual({});
    expect(agreedBy(asked, words)).toEqual({ kind: "agree-date", date: "2027-03-31" });
  });

  it("to close needs who checks again and when, and is not offered to the action's own people", () => {
    const words = { ...emptyDecision(green), what: "close" as const, reason: "Seen." };
    expect(Object.keys(decisionProblems(green, words))).toEqual(["checkBy", "checkOn"]);
    expect(whatToDecide(brag, about(me(["challenge"])))).toContain("close");
    expect(whatToDecide(brag, about(me(["challenge"], ["North"])))).not.toContain("close");
  });

  it("about a closed action opens it again or asks for a check, nothing else", () => {
    const closed = stateAfter(aDecision({ kind: "closed" }));
    expect(whatToDecide(brag, about(me(["challenge"]), closed))).toEqual(["reopen", "monitoring"]);
  });

  it("does not agree “checked by peers” as a proposal: that takes closing", () => {
    const blue = foldAction(peerChecked, [north], action, [anUpdate({ rating: "blue" })]);
    expect(whatToDecide(peerChecked, about(me(["challenge"]), blue))[0]).toBe("rating");
  });
});

describe("two changes of one definition", () => {
  const base = { text: "Train.", due: "2026-12-31", leads: "A" };

  it("go together where they are about different fields", () => {
    const merged = mergeTexts(base, { ...base, text: "Train all." }, { ...base, leads: "B" });
    expect(merged).toEqual({
      mine: { text: "Train all.", due: "2026-12-31", leads: "B" },
      theirs: {},
      taken: ["leads"],
    });
  });

  it("leave it to a person where both changed a field, and not where both changed it alike", () => {
    const mine = { ...base, text: "Train all.", due: "2027-01-31" };
    const theirs = { ...base, text: "Train some.", due: "2027-01-31" };
    const merged = mergeTexts(base, mine, theirs);
    expect(merged.mine).toEqual(mine);
    expect(merged.theirs).toEqual({ text: "Train some." });
  });
});
