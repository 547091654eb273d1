import { describe, expect, it } from "vitest";
import { challengeStates, unansweredChallenges } from "#plan/challenge-states.ts";
import type { Entry } from "#plan/record.ts";
import { aChallenge, aDecision, agencies, anUpdate, community } from "./plan-data.ts";

const asked = aChallenge({ id: 5 });
const answer = anUpdate({ kind: "response", challengeId: 5 });
const further = aChallenge({ id: 6, followsUp: 5 });
const resolved = aDecision({ kind: "challenge-resolved", challengeId: 5 });

const statusOf = (record: readonly Entry[]) =>
  challengeStates(agencies, record).find(({ challenge }) => challenge.id === 5)?.status;

describe("a question's status", () => {
  it("goes from open to answered, followed up and resolved", () => {
    expect(statusOf([asked])).toBe("open");
    expect(statusOf([asked, answer])).toBe("answered");
    expect(statusOf([asked, answer, further])).toBe("followed-up");
    expect(statusOf([asked, answer, further, resolved])).toBe("resolved");
  });

  it("does not change by what another agency answers", () => {
    expect(statusOf([asked, { ...answer, folder: community.folder }])).toBe("open");
  });

  it("does not change by a question to another agency, on something else, or from before it", () => {
    expect(statusOf([asked, { ...further, agency: "Community" }])).toBe("open");
    expect(statusOf([asked, { ...further, recommendationId: 2 }])).toBe("open");
    expect(statusOf([asked, { ...further, id: 4 }])).toBe("open");
  });

  it("is resolved by the group's own decision and by no other", () => {
    expect(statusOf([asked, { ...resolved, kind: "rating-agreed" }])).toBe("open");
    expect(statusOf([asked, { ...resolved, challengeId: 7 }])).toBe("open");
  });

  it("leaves the newest question of a thread waiting, and only that", () => {
    expect(unansweredChallenges(agencies, [asked, answer, further])).toEqual([further]);
    expect(unansweredChallenges(agencies, [asked, further])).toEqual([further]);
  });

  it("comes with who answered, who asked further and how it ended, each once", () => {
    const again = { ...answer, id: 99, created: "2026-06-02T09:00:00Z" };
    const [state] = challengeStates(agencies, [again, resolved, further, answer, asked]);
    expect(state).toMatchObject({ answers: [answer], followUps: [further], resolved });
    expect(state?.answers).toHaveLength(1);
  });
});
