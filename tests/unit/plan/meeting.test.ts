import { describe, expect, it } from "vitest";
import { agendaFrom, minutesOf, moved } from "#plan/agenda.ts";
import type { Finding } from "#plan/checks.ts";
import type { AgendaItem, Meeting } from "#plan/meeting.ts";
import { itemBeside, leads, meetingToJoin, parties, records } from "#plan/meeting-rules.ts";
import { minutesOfMeeting } from "#plan/minutes.ts";
import type { Me } from "#plan/permissions.ts";
import { brag } from "#plan/rating-scheme.ts";
import type { Challenge, Decision, Update } from "#plan/record.ts";

const chair = { loginName: "i:0#.f|membership|chair@place.example", name: "Chair" };
const secretary = { loginName: "i:0#.f|membership|secretary@place.example", name: "Secretary" };

function aFinding(own: Partial<Finding> = {}): Finding {
  return {
    check: "stale",
    recommendationId: 1,
    actionId: 11,
    ref: "1.1",
    agency: "Trust",
    says: "Nobody has reported.",
    asks: "What has happened?",
    weight: "plain",
    ...own,
  };
}

function anItem(id: string, own: Partial<AgendaItem> = {}): AgendaItem {
  return { id, recommendationId: 1, source: "Chair", question: "Why?", minutes: 8, ...own };
}

function aMeeting(own: Partial<Meeting> = {}): Meeting {
  return {
    id: 5,
    planId: 1,
    starts: "2026-11-19T10:00:00Z",
    chair,
    secretary,
    agenda: [anItem("a"), anItem("b", { recommendationId: 2 }), anItem("c")],
    attendance: [],
    version: "1",
    ...own,
  };
}

const aPerson = (who: typeof chair, roles: Me["roles"] = ["challenge"]): Me => ({
  id: 1,
  agencies: [],
  roles,
  ...who,
});

describe("an agenda from the checks", () => {
  it("asks about the strongest first, one item a recommendation", () => {
    const { items } = agendaFrom(
      [
        aFinding(),
        aFinding({ check: "overdue" }),
        aFinding({ recommendationId: 2, actionId: 21, asks: "Since when?" }),
        aFinding({ recommendationId: 2, actionId: 22, weight: "strong", asks: "Is it true?" }),
      ],
      [],
      60,
    );
    expect(items).toMatchObject([
      { recommendationId: 2, actionId: 22, question: "Is it true?", source: "check:stale" },
      { recommendationId: 1, actionId: 11, question: "What has happened?" },
    ]);
  });

  it("asks about one strong finding before any number of plain ones", () => {
    const plain = Array.from({ length: 5 }, () => aFinding());
    const strong = aFinding({ recommendationId: 2, weight: "strong" });
    const { items } = agendaFrom([...plain, strong], [], 60);
    expect(items.map(({ recommendationId }) => recommendationId)).toEqual([2, 1]);
  });

  it("keeps to the time, and says how much it leaves off", () => {
    const findings = [1, 2, 3, 4].map((recommendationId) => aFinding({ recommendationId }));
    const { items, leftOff } = agendaFrom(findings, [], 12);
    expect(minutesOf(items)).toBeLessThanOrEqual(12);
    expect(items).toHaveLength(2);
    expect(leftOff).toBe(2);
  });

  it("puts first what people asked for, however long it is, and asks nothing twice", () => {
    const asked = [anItem("mine", { recommendationId: 2, minutes: 50 })];
    const { items } = agendaFrom([aFinding({ recommendationId: 2 }), aFinding()], asked, 55);
    expect(items.map(({ id }) => id)).toEqual(["mine", "check-1"]);
  });

  it("puts an item where it is moved to, and no further than the ends", () => {
    const items = ["a", "b", "c"].map((id) => anItem(id));
    const order = (to: number) => moved(items, "a", to).map(({ id }) => id);
    expect(order(1)).toEqual(["b", "a", "c"]);
    expect(order(99)).toEqual(["b", "c", "a"]);
    expect(order(-1)).toEqual(["a", "b", "c"]);
    expect(moved(items, "unknown", 0)).toEqual(items);
  });
});

describe("who does what in a meeting", () => {
  it("is the chair's to lead, and the chair's and the secretary's to record", () => {
    const meeting = aMeeting();
    const capitals = { ...chair, loginName: chair.loginName.toUpperCase() };
    expect(leads(aPerson(capitals), meeting)).toBe(true);
    expect(leads(aPerson(secretary), meeting)).toBe(false);
    expect(records(aPerson(secretary), meeting)).toBe(true);
    expect(records(aPerson({ loginName: "other", name: "Other" }), meeting)).toBe(false);
  });

  it("is nobody's who has left the group since", () => {
    expect(leads(aPerson(chair, ["reader"]), aMeeting())).toBe(false);
    expect(records(aPerson(secretary, []), aMeeting())).toBe(false);
  });
});

describe("the meeting that somebody in a call means", () => {
  const now = new Date("2026-11-19T10:30:00Z");
  const next = aMeeting({ id: 1, starts: "2026-11-19T11:00:00Z" });
  const begun = aMeeting({ id: 2, now: { since: "2026-11-19T10:01:00Z" } });
  const over = aMeeting({ id: 3, now: begun.now, ended: "2026-11-19T10:20:00Z" });
  const forgotten = aMeeting({ id: 4, starts: "2026-10-15T10:00:00Z", now: begun.now });

  it("is the one under way, else the next one, and never one that is over or was forgotten", () => {
    expect(meetingToJoin([next, begun, over, forgotten], now)?.id).toBe(2);
    expect(meetingToJoin([over, next, forgotten], now)?.id).toBe(1);
    expect(meetingToJoin([over, forgotten], now)).toBeUndefined();
    const [early, evening] = ["2026-11-18T22:31:00Z", "2026-11-18T22:29:00Z"];
    expect(meetingToJoin([{ ...forgotten, starts: early }], now)?.id).toBe(4);
    expect(meetingToJoin([{ ...forgotten, starts: evening }], now)).toBeUndefined();
  });
});

describe("the items beside the one being discussed", () => {
  it("begin with the first, and end with the last", () => {
    const at = (agendaItem: string) => aMeeting({ now: { agendaItem, since: "" } });
    expect(itemBeside(aMeeting(), "after")?.id).toBe("a");
    expect(itemBeside(at("a"), "after")?.id).toBe("b");
    expect(itemBeside(at("a"), "before")).toBeUndefined();
    expect(itemBeside(at("c"), "after")).toBeUndefined();
  });
});

const who = (agency: string, name: string, present: boolean) => ({ agency, name, present });

it("groups who came and who sent apologies by agency", () => {
  expect(
    parties([
      who("Trust", "Nurse", true),
      who("Council", "Officer", false),
      who("Trust", "GP", false),
    ]),
  ).toEqual([
    { agency: "Trust", present: ["Nurse"], apologies: ["GP"] },
    { agency: "Council", present: [], apologies: ["Officer"] },
  ]);
});

const recommendation = (id: number) => ({
  id,
  ref: `1.${id}`,
  order: id,
  text: "Train.",
  addressees: [],
  paragraphs: [],
});

describe("minutes", () => {
  const action = {
    id: 11,
    recommendationId: 1,
    order: 1,
    agencies: ["Trust"],
    agencyAsPrinted: "Trust",
    text: "Train the nurses.",
    leads: [],
    dueAsPrinted: "",
  };
  const stated = { key: "k", author: { id: 1, name: "Secretary" }, recommendationId: 1 };
  const proposed: Update = {
    type: "update",
    id: 1,
    key: "u",
    created: "2026-11-01T09:00:00Z",
    actionId: 11,
    folder: "Trust",
    kind: "progress",
    rating: "green",
    evidence: [],
    evidenceCount: 0,
    impactCount: 0,
  };
  const asked: Challenge = {
    ...stated,
    type: "challenge",
    id: 2,
    created: "2026-11-19T10:10:00Z",
    recommendationId: 1,
    actionId: 11,
    agency: "Trust",
    question: "Since when?",
    source: "person",
    due: "2026-12-03",
    meetingId: 5,
  };
  const agreed = (rating: string, own: Partial<Decision> = {}): Decision => ({
    ...stated,
    type: "decision",
    id: 3,
    created: "2026-11-19T10:20:00Z",
    actionId: 11,
    kind: "rating-agreed",
    rating,
    meetingId: 5,
    ...own,
  });
  const minutes = (record: readonly (Challenge | Decision)[], later: readonly Update[] = []) =>
    minutesOfMeeting({
      open: {
        plan: { id: 1, title: "Plan", regulator: "CQC", scheme: brag },
        agencies: [
          { id: 1, shortName: "Trust", name: "Trust", otherNames: [], folder: "Trust", group: "g" },
        ],
        recommendations: [recommendation(1), recommendation(2), recommendation(3)],
        actions: [action],
        record: [proposed, ...later, ...record],
      },
      meeting: aMeeting(),
      notes: [
        {
          id: 9,
          key: "n",
          created: "2026-11-19T10:15:00Z",
          meetingId: 5,
          recommendationId: 1,
          actionId: 11,
          agency: "Trust",
          kind: "answered",
          words: "Since May.",
        },
        {
          id: 10,
          key: "o",
          created: "2026-11-19T10:40:00Z",
          meetingId: 5,
          recommendationId: 3,
          kind: "noted",
          words: "Came up too.",
        },
      ],
      record,
    });

  it("say what was asked, answered and decided, in the order in which it was said, with who wrote it down", () => {
    const [first] = minutes([agreed("amber", { reason: "The audit." }), asked]).items;
    expect(first?.recommendation.ref).toBe("1.1");
    expect(first?.parts).toMatchObject([
      {
        action: { id: 11 },
        lines: [
          { what: "Asked Trust", words: "Since when? Answer by 3 December 2026.", by: "Secretary" },
          { what: "Trust answered", words: "Since May." },
          { what: "Decided", words: "Agreed Amber; proposed was Green. The audit." },
        ],
      },
    ]);
  });

  it("say that a rating was agreed as proposed, by what was proposed at that moment", () => {
    const [first] = minutes(
      [agreed("green")],
      [{ ...proposed, id: 7, rating: "blue", created: "2026-11-19T12:00:00Z" }],
    ).items;
    expect(first?.parts[0]?.lines.at(-1)?.words).toBe("Agreed Green, as proposed.");
  });

  it("list what the agenda had and nobody spoke of, and what came up beside it last", () => {
    const said = minutes([asked]);
    expect(said.notReached.map(({ recommendation: { ref } }) => ref)).toEqual(["1.2"]);
    expect(said.items.map(({ recommendation: { ref } }) => ref)).toEqual(["1.1", "1.3"]);
  });

  it("say who checks again and when, and what was taken as answered", () => {
    const check = { checkBy: "Internal audit", checkOn: "2027-05-19" } as const;
    const closed: Decision = { ...agreed("blue"), kind: "closed", ...check };
    const resolved: Decision = {
      ...agreed("x"),
      id: 4,
      kind: "challenge-resolved",
      challengeId: 2,
    };
    const lines = minutes([asked, closed, resolved]).items[0]?.parts[0]?.lines ?? [];
    expect(lines.map(({ words }) => words)).toEqual(
      expect.arrayContaining([
        "Closed. Internal audit checks again on 19 May 2027.",
        "Nothing more to ask about “Since when?”",
      ]),
    );
  });
});
