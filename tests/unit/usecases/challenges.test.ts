import { describe, expect, it } from "vitest";
import { NotAllowedError, RefusedError } from "#plan/errors.ts";
import { answerChallenge } from "#usecases/answer-challenge.ts";
import { askForDate } from "#usecases/ask-for-date.ts";
import { putChallenge, type PutChallenge } from "#usecases/put-challenge.ts";
import { resolveChallenge } from "#usecases/resolve-challenge.ts";
import { stateMonitoring } from "#usecases/state-monitoring.ts";
import { aChallenge, anAction } from "../plan/plan-data.ts";
import { group, openTo, recommendation, untouched } from "./a-plan-of-me.ts";

const ports = { record: untouched };
const action = anAction();
const said = { key: "key", evidence: [] };
const lead = openTo({ agencies: ["Acute"] });

function put(of: Partial<PutChallenge> = {}) {
  return putChallenge(ports, {
    open: openTo(group),
    recommendation,
    action,
    agency: "Acute",
    question: "What did the audit find?",
    source: "person",
    key: "key",
    ...of,
  });
}

describe("putting a question", () => {
  it.each([
    ["an agency's lead officer", { agencies: ["Acute"] }],
    ["a plan owner", { roles: ["owner"] }],
    ["a reader", { roles: ["reader"] }],
  ] as const)("is refused to %s", async (_, who) => {
    await expect(put({ open: openTo(who) })).rejects.toThrow(NotAllowedError);
  });

  it.each([
    ["without words", { question: " \n" }, /Write the question/],
    ["too long", { question: "x".repeat(10_001) }, /Shorten the question to 10,000 characters/],
    [
      "with an NHS number",
      { question: "And 943-476-5919?" },
      /NHS number in the question, at word 2/,
    ],
    ["to an agency that the plan lacks", { agency: "Police" }, /no agency "Police"/],
    ["to an agency without a part in the action", { agency: "Council" }, /no part in this action/],
    [
      "on another recommendation's action",
      { action: anAction({ recommendationId: 2 }) },
      /not one of recommendation 2\.1/,
    ],
    ["with a day that does not exist", { due: "2026-06-31" }, /day that exists/],
    [
      "as a follow-up to another agency's",
      { followsUp: aChallenge({ agency: "Council" }) },
      /same agency/,
    ],
    [
      "as a follow-up on another recommendation",
      { followsUp: aChallenge({ recommendationId: 2 }) },
      /action or recommendation/,
    ],
    [
      "as a follow-up on something else of it",
      { followsUp: aChallenge({ actionId: 7 }) },
      /on the same action/,
    ],
  ] as const)("is refused %s", async (_, of, says) => {
    const refused = put(of);
    await expect(refused).rejects.toThrow(RefusedError);
    await expect(refused).rejects.toThrow(says);
  });

  it.each([
    ["the group", group],
    ["scrutiny", { roles: ["scrutiny"] }],
  ] as const)("is for %s, also to any agency on the whole recommendation", async (_, who) => {
    const open = openTo(who);
    await expect(put({ open })).rejects.toThrow("The record was touched.");
    const whole = { open, action: undefined, agency: "Council" };
    await expect(put(whole)).rejects.toThrow("The record was touched.");
  });
});

describe("answering a question", () => {
  const challenge = aChallenge({ id: 5 });
  const answer = { challenge, action, agency: "Acute", note: "Nine of ten.", ...said };

  it("is for the agency that was asked", async () => {
    await expect(answerChallenge(ports, { ...answer, open: lead })).rejects.toThrow(
      "The record was touched.",
    );
    for (const who of [group, { agencies: ["Council"] }, { roles: ["scrutiny"] }] as const) {
      await expect(answerChallenge(ports, { ...answer, open: openTo(who) })).rejects.toThrow(
        NotAllowedError,
      );
    }
    const both = openTo({ agencies: ["Acute", "Council"] });
    await expect(
      answerChallenge(ports, { ...answer, open: both, agency: "Council" }),
    ).rejects.toThrow(/Only people of Acute/);
  });

  it.each([
    ["on another action", { action: anAction({ id: 2 }) }, /something else/],
    ["without words", { note: "" }, /Say in a sentence/],
    [
      "with an NHS number in a link's name",
      { evidence: [{ name: "943 476 5919", url: "https://a.example", kind: "impact" }] },
      /NHS number in the name of the evidence/,
    ],
    [
      "with a link that is not https",
      { evidence: [{ name: "Audit", url: "http://a.example", kind: "impact" }] },
      /starts with https/,
    ],
  ] as const)("is refused %s", async (_, of, says) => {
    await expect(answerChallenge(ports, { ...answer, open: lead, ...of })).rejects.toThrow(says);
  });

  it("on a whole recommendation may stand on an action that the agency has no part in, and rates nothing there", async () => {
    const onWhole = {
      ...answer,
      open: lead,
      challenge: aChallenge({ actionId: undefined }),
      action: anAction({ id: 3, agencies: ["Council"] }),
    };
    await expect(answerChallenge(ports, onWhole)).rejects.toThrow("The record was touched.");
    await expect(answerChallenge(ports, { ...onWhole, rating: "green" })).rejects.toThrow(
      /can answer and not rate/,
    );
  });
});

describe("what else an agency states", () => {
  const open = { ...lead, action };

  it("asks for a later day than the action's own, and says why", async () => {
    const asked = { open, agency: "Acute", note: "The trainer left.", key: "key" } as const;
    await expect(askForDate(ports, { ...asked, date: "2026-09-30" })).rejects.toThrow(
      /after 30 September 2026/,
    );
    await expect(askForDate(ports, { ...asked, date: "2027-01-31", note: " " })).rejects.toThrow(
      RefusedError,
    );
    await expect(
      askForDate(ports, { ...asked, open: { ...open, ...openTo(group) }, date: "2027-01-31" }),
    ).rejects.toThrow(NotAllowedError);
    await expect(askForDate(ports, { ...asked, date: "2027-01-31" })).rejects.toThrow(
      "The record was touched.",
    );
  });

  it("says what a later check found, for its own actions only", async () => {
    const found = { agency: "Acute", note: "Still nine of ten.", ...said };
    await expect(stateMonitoring(ports, { open, ...found })).rejects.toThrow(
      "The record was touched.",
    );
    const others = { ...open, action: anAction({ agencies: ["Council"] }) };
    await expect(stateMonitoring(ports, { open: others, ...found })).rejects.toThrow(
      NotAllowedError,
    );
  });
});

describe("resolving a question", () => {
  const resolve = { challenge: aChallenge(), reason: "The group has seen it.", key: "key" };

  it("is for the group, with a reason", async () => {
    await expect(resolveChallenge(ports, { open: openTo(group), ...resolve })).rejects.toThrow(
      "The record was touched.",
    );
    await expect(
      resolveChallenge(ports, { open: openTo(group), ...resolve, reason: "" }),
    ).rejects.toThrow(/Say why/);
    await expect(
      resolveChallenge(ports, { open: openTo({ roles: ["scrutiny"] }), ...resolve }),
    ).rejects.toThrow(NotAllowedError);
    await expect(resolveChallenge(ports, { open: lead, ...resolve })).rejects.toThrow(
      NotAllowedError,
    );
  });
});
