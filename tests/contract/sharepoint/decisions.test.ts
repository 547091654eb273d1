import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addToGroup, peopleOfAgencies } from "#sharepoint/members.ts";
import { agreeRecommendation } from "#usecases/agree-recommendation.ts";
import { askForDate } from "#usecases/ask-for-date.ts";
import { checkPlan } from "#usecases/check-plan.ts";
import { proposeRating } from "#usecases/propose-rating.ts";
import { stateMonitoring } from "#usecases/state-monitoring.ts";
import { aPlanUnderChallenge } from "./a-plan-under-challenge.ts";

const { site, opened, decide, report } = await aPlanUnderChallenge();
afterAll(() => site.close());

describe("what the group decides", () => {
  it("is agreed as proposed without a reason, and otherwise only with one", async () => {
    await report("Half of the nurses are trained.");
    await decide("chair", { kind: "agree-rating", rating: "green" });
    await expect(decide("chair", { kind: "agree-rating", rating: "amber" })).rejects.toThrow(
      /Say why the group agrees another rating/,
    );
    await decide("chair", { kind: "agree-rating", rating: "amber", reason: "Half is not all." });
    const { state } = await opened("nurse");
    expect(state).toMatchObject({ proposed: "green", agreed: "amber" });
  });

  it("moves the due date that an agency asked for", async () => {
    const nurse = await opened("nurse");
    const asked = { date: "2027-03-31", note: "The trainer left.", key: randomUUID() } as const;
    await askForDate(nurse.stores, {
      open: { ...nurse.open, action: nurse.action },
      agency: "Trust",
      ...asked,
    });
    expect((await opened("chair")).state).toMatchObject({
      due: "2026-12-31",
      dateAskedFor: "2027-03-31",
    });
    await decide("chair", { kind: "agree-date", date: "2027-03-31" });
    const { state } = await opened("nurse");
    expect(state).toMatchObject({ due: "2027-03-31", timesRevised: 1 });
    expect(state.dateAskedFor).toBeUndefined();
  });

  it("closes on evidence of impact, with a later check that comes due until somebody says what it found", async () => {
    const close = { kind: "close", checkBy: "Named nurse", checkOn: "2027-06-30" } as const;
    await report("Register kept.", "activity", "Train together.");
    await expect(decide("chair", close, "Train together.")).rejects.toThrow(
      /Nothing here shows what the action changed/,
    );
    await report("Referrals doubled.", "impact", "Train together.");
    await decide("chair", close, "Train together.");
    const nurse = await opened("nurse", "Train together.");
    expect(nurse.state).toMatchObject({
      closed: true,
      laterCheck: { by: "Named nurse", on: "2027-06-30" },
    });

    await stateMonitoring(nurse.stores, {
      open: { ...nurse.open, action: nurse.action },
      agency: "Trust",
      note: "Still doubled.",
      evidence: [],
      key: randomUUID(),
    });
    const { state } = await opened("nurse", "Train together.");
    expect(state.closed).toBe(true);
    expect(state.laterCheck).toBeUndefined();

    await expect(
      decide("chair", { kind: "reopen", reason: " " }, "Train together."),
    ).rejects.toThrow(/Say why it is opened again/);
    await decide("chair", { kind: "reopen", reason: "It fell back." }, "Train together.");
    expect((await opened("nurse", "Train together.")).state.closed).toBe(false);
  });

  it("rates a whole recommendation, whose actions keep theirs", async () => {
    const { stores, open, recommendation } = await opened("chair");
    const { id } = await agreeRecommendation(stores, {
      open,
      recommendation,
      proposed: "not-rated",
      rating: "red",
      reason: "Two agencies have not begun.",
      key: randomUUID(),
    });
    const after = await opened("chair");
    const written = after.open.record.find((each) => each.type === "decision" && each.id === id);
    expect(written).toMatchObject({ recommendationId: recommendation.id, rating: "red" });
    expect(written?.actionId).toBeUndefined();
    expect(after.state.agreed).not.toBe("red");
  });
});

describe("somebody of the group who speaks for the action's agency too", () => {
  beforeAll(async () => {
    const { open } = await opened("chair");
    const group = open.agencies.find(({ shortName }) => shortName === "Council/PH")?.group ?? "";
    await addToGroup(site.admin, group, "chair@marlshire.example");
  });

  const closing = {
    kind: "close",
    reason: "Done.",
    checkBy: "Board",
    checkOn: "2027-06-30",
  } as const;

  it("cannot close it, and can close others'", async () => {
    await expect(decide("chair", closing, "Write it.")).rejects.toThrow(/also yours/);
    await decide("chair", closing);
    expect((await opened("owner")).state.closed).toBe(true);
  });

  it("closes nothing by writing to the list directly, once they have reported on the action", async () => {
    const { stores, open, action } = await opened("chair", "Write it.");
    const said = { agency: "Council/PH", rating: "blue", note: "Written.", evidence: [] };
    await proposeRating(stores, { open: { ...open, action }, ...said, key: randomUUID() });
    await stores.record.decide({
      key: randomUUID(),
      planId: open.plan.id,
      recommendationId: action.recommendationId,
      actionId: action.id,
      kind: "closed",
      rating: "blue",
    });
    const { state } = await opened("owner", "Write it.");
    expect(state).toMatchObject({
      closed: false,
      proposed: "blue",
      ownClosings: [{ kind: "closed" }],
    });
    expect(state.agreed).toBeUndefined();
  });

  it("is named to the owners, where they closed it past the app and never reported on it", async () => {
    const { stores, open, action } = await opened("chair", "Train together.");
    await stores.record.decide({
      key: randomUUID(),
      planId: open.plan.id,
      actionId: action.id,
      kind: "closed",
    });
    expect((await opened("owner", "Train together.")).state.closed).toBe(true);
    const { ownClosings, findings } = await checkPlan(
      {
        plans: site.as("owner").plans,
        members: (agencies) => peopleOfAgencies(site.admin, agencies),
        today: "2026-12-31",
      },
      { planId: site.planId },
    );
    expect(ownClosings).toMatchObject([
      { action: { text: "Train together." }, person: { name: "chair" } },
    ]);
    expect(findings).toContainEqual(
      expect.objectContaining({ check: "no-evidence", ref: "1.2", agency: "Council/PH" }),
    );
  });
});
