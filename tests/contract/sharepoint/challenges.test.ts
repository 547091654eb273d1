import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { runChecks } from "#plan/checks.ts";
import { foldPlan } from "#plan/fold.ts";
import { SharePointRecommendationStore } from "#sharepoint/recommendation-store.ts";
import { answerChallenge } from "#usecases/answer-challenge.ts";
import { putChallenge } from "#usecases/put-challenge.ts";
import { resolveChallenge } from "#usecases/resolve-challenge.ts";
import { aPlanUnderChallenge } from "./a-plan-under-challenge.ts";

const { site, opened, put, challengeById } = await aPlanUnderChallenge();
afterAll(() => site.close());

describe("a question to an agency", () => {
  it("is put, answered with evidence, asked further about and resolved, and each step can be read", async () => {
    const { id } = await put("chair");
    expect(await challengeById(id)).toMatchObject({
      status: "open",
      challenge: {
        question: "What did the last audit find?",
        source: "check:no-evidence",
        due: "2026-12-01",
        agency: "Trust",
        author: { name: "chair" },
      },
    });

    const nurse = await opened("nurse");
    const { challenge } = await challengeById(id);
    await answerChallenge(nurse.stores, {
      ...nurse,
      challenge,
      agency: "Trust",
      note: "Nine of ten records were complete.",
      evidence: [{ name: "Audit", url: "https://trust.example/audit", kind: "impact" }],
      key: randomUUID(),
    });
    const answered = await challengeById(id);
    expect(answered).toMatchObject({
      status: "answered",
      answers: [{ kind: "response", note: "Nine of ten records were complete.", impactCount: 1 }],
    });

    const further = await put("councillor", { followsUp: challenge });
    expect(await challengeById(id)).toMatchObject({
      status: "followed-up",
      followUps: [{ id: further.id, source: "scrutiny", followsUp: id }],
    });

    const chair = await opened("chair");
    const second = await challengeById(further.id);
    await resolveChallenge(chair.stores, {
      open: chair.open,
      challenge: second.challenge,
      reason: "The group has seen the tenth record put right.",
      key: randomUUID(),
    });
    expect(await challengeById(further.id)).toMatchObject({
      status: "resolved",
      resolved: {
        reason: "The group has seen the tenth record put right.",
        author: { name: "chair" },
      },
    });
  });

  it("on a recommendation is answered by an agency that has no action under it, once, and rates nothing", async () => {
    const chair = await opened("chair", "Write it.");
    const { recommendation } = chair;
    const about = { open: chair.open, recommendation, agency: "Trust" };
    const asked = { question: "What do you do about it?", source: "person" } as const;
    const { id } = await putChallenge(chair.stores, { ...about, ...asked, key: randomUUID() });
    const { challenge } = await challengeById(id);

    const nurse = await opened("nurse");
    const answer = {
      open: nurse.open,
      challenge,
      agency: "Trust",
      note: "We send every referral to the council.",
      evidence: [{ name: "Log", url: "https://trust.example/log", kind: "activity" as const }],
      key: randomUUID(),
    };
    const sent = await Promise.all([1, 2].map(() => answerChallenge(nurse.stores, answer)));
    expect(sent[0]).toEqual(sent[1]);
    expect(await challengeById(id)).toMatchObject({
      status: "answered",
      answers: [{ recommendationId: recommendation.id, note: answer.note, evidenceCount: 1 }],
    });

    const now = await opened("chair", "Write it.");
    expect(now.state).toMatchObject({ statements: [], ignored: [], evidenceCount: 0 });
    const shown = await nurse.stores.record.forRecommendation(recommendation.id, [now.action.id]);
    const recommendations = new SharePointRecommendationStore(site.siteOf("nurse"));
    const { record } = await recommendations.open(site.planId, recommendation.id);
    for (const read of [shown, record])
      expect(read).toContainEqual(
        expect.objectContaining({ type: "update", challengeId: id, note: answer.note }),
      );
    const midwife = await opened("midwife");
    await expect(
      answerChallenge(midwife.stores, { ...answer, open: midwife.open, key: randomUUID() }),
    ).rejects.toThrow(/Only people of Trust/);
  });

  it("is put once, however often it is sent", async () => {
    const { stores, open, recommendation } = await opened("councillor");
    const question = { question: "Who checks it?", source: "person", key: randomUUID() } as const;
    const about = { open, recommendation, agency: "Council/PH" };
    const sent = await Promise.all(
      [1, 2, 3].map(() => putChallenge(stores, { ...about, ...question })),
    );
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  });

  it("comes up as a finding once the day for its answer has passed", async () => {
    const { id } = await put("chair", { text: "Train together." });
    const { open } = await opened("chair");
    const states = foldPlan(open.plan.scheme, open.agencies, open.actions, open.record);
    const findings = (today: "2026-12-01" | "2026-12-02") =>
      runChecks({ ...open, states, today }).filter(({ check }) => check === "unanswered");
    const { challenge } = await challengeById(id);
    expect(findings("2026-12-01")).toEqual([]);
    expect(findings("2026-12-02")).toMatchObject([
      { actionId: challenge.actionId, agency: "Trust", weight: "strong" },
    ]);
  });

  it("is refused to people who neither challenge nor scrutinise", async () => {
    await expect(put("nurse")).rejects.toThrow(/peer-challenge group and scrutiny members/);
    await expect(put("owner")).rejects.toThrow(/peer-challenge group and scrutiny members/);
  });
});
