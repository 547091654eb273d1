import { describe, expect, it } from "vitest";
import { UnreadableError } from "#plan/errors.ts";
import { faultInWords } from "#plan/fault.ts";
import { toAction, toAgency, toPlan, toRecommendation } from "#sharepoint/definition-rows.ts";
import { toMeeting, toNote } from "#sharepoint/meeting-rows.ts";
import { toPlanSettings } from "#sharepoint/plan-settings.ts";
import { toChallenge, toDecision, toUpdate } from "#sharepoint/record-rows.ts";

const action = { Id: 7, RecommendationId: 3, Position: 2, Text: "Train the nurses." };
const scheme = {
  id: "four",
  name: "Four colours",
  ratings: [
    {
      id: "green",
      name: "Green",
      letter: "G",
      colour: "green",
      symbol: "✓",
      definition: "Done.",
    },
  ],
};
const plan = { Id: 1, Title: "Small plan", Scheme: JSON.stringify(scheme) };
const update = {
  Id: 5,
  Key: "one",
  Created: "2026-11-02T09:00:00Z",
  FileDirRef: "/sites/plan/Lists/Updates/Trust",
};

/** The row as it comes over the wire, with these columns put in as they are written there. */
function sent(row: object, columns: string): unknown {
  const json: unknown = JSON.parse(`${JSON.stringify(row).slice(0, -1)},${columns}}`);
  return json;
}

/** The faults of a row that is read all the same, else what the error says. */
function said(to: (row: unknown) => object, row: unknown): readonly string[] {
  try {
    const read = to(row);
    return "faults" in read && Array.isArray(read.faults) ? read.faults.map(faultInWords) : [];
  } catch (cause) {
    if (cause instanceof UnreadableError) return cause.faults.map(faultInWords);
    throw cause;
  }
}

function endless(): string {
  const item = { id: "a", recommendationId: 1, source: "", question: "", minutes: 5 };
  return JSON.stringify([item]).replace('"minutes":5', '"minutes":1e400');
}

describe("a row from outside", () => {
  it("is read without a fault where its columns are empty, missing or more than were asked for", () => {
    const extra = `"Due": null, "Leads": null, "LeadOfficersId": [4], "Colour": {"is": "red"}`;
    expect(said(toAction, sent(action, extra))).toEqual([]);
    const read = toAction(sent(action, extra));
    expect(read).toMatchObject({ id: 7, recommendationId: 3, order: 2, leadOfficers: [4] });
    expect(Object.keys(read)).not.toContain("Colour");
  });

  it.each([
    [
      "a text in a number's place",
      `"Position": "2"`,
      "Position: “2” is nothing that belongs there",
    ],
    ["a number without an end", `"Position": 1e400`, "Position: holds nothing that belongs there"],
    ["one without an end below", `"Position": -1e400`, "Position: holds nothing that belongs"],
    ["a number in a text's place", `"Text": 12`, "Text: holds nothing that belongs there"],
    ["a list in a text's place", `"Text": ["a"]`, "Text: holds nothing that belongs there"],
    ["a part of a number as an id", `"RecommendationId": 1.5`, "RecommendationId: holds nothing"],
    ["an id beyond all", `"RecommendationId": 9007199254740993`, "RecommendationId: holds nothing"],
    ["no id", `"RecommendationId": null`, "RecommendationId: is empty"],
    ["people by name", `"LeadOfficersId": ["Ann"]`, "LeadOfficersId: holds nothing that belongs"],
    ["a day in other words", `"Due": "31.12.2026"`, "Due: “31.12.2026” is no day that exists, as"],
    ["a day that is none", `"Due": "2026-02-30"`, "Due: “2026-02-30” is no day that exists, as"],
    ["a day as a number", `"Due": 20260230`, "Due: holds nothing that belongs there"],
    ["a long text for a day", `"Due": "${"x".repeat(41)}"`, "Due: holds no day that exists, as"],
  ])("says what is wrong with it and counts it as empty: %s", (_what, column, words) => {
    const faults = said(toAction, sent(action, column));
    expect(faults).toEqual([expect.stringContaining(`Actions, item 7, column ${words}`)]);
  });

  it("names each column once, the last of them first", () => {
    const row = sent(action, `"Position": "2", "Due": 3, "LeadOfficersId": ["Ann", 1.5, null]`);
    expect(toAction(row).faults?.map(({ column }) => column)).toEqual([
      "Due",
      "LeadOfficersId",
      "Position",
    ]);
  });

  it("keeps what stands in for a column that cannot be left empty", () => {
    expect(toAgency({ Id: 2, Title: null, FolderName: 3 })).toMatchObject({
      shortName: "agency 2",
      folder: "",
      group: "",
    });
    expect(toUpdate({ ...update, Key: 1 })).toMatchObject({ key: "item 5" });
    expect(toDecision({ ...update, Kind: "rated" })).toMatchObject({
      kind: "rating-agreed",
      rating: "not-rated",
    });
    expect(toChallenge({ ...update, RecommendationId: "1" })).toMatchObject({
      recommendationId: 0,
      agency: "",
    });
    expect(toRecommendation({ Id: 4, Position: true })).toMatchObject({ ref: "?", order: 4 });
  });

  it.each([
    ["without an id", { ...action, Id: undefined }],
    ["with an id in text", { ...action, Id: "7" }],
    ["with an id without an end", sent({ RecommendationId: 3 }, `"Id": 1e400`)],
  ])("is refused %s", (_what, row) => {
    expect(() => toAction(row)).toThrow(UnreadableError);
    expect(said(toAction, row)).toEqual([expect.stringContaining("column Id: ")]);
  });

  it.each([["nothing"], [null], [undefined], [7], [[]], [[action]]])("is refused as %j", (row) => {
    expect(() => toAction(row)).toThrow(/Invalid type|cannot be read/);
    expect(() => toNote(row)).toThrow(UnreadableError);
  });

  it("takes nothing from its prototype's name: neither the id nor a column", () => {
    const hostile = `"__proto__": {"Id": 9, "RecommendationId": 9, "Text": "theirs"}`;
    expect(() => toAction(sent({ Position: 1 }, hostile))).toThrow(UnreadableError);
    const read = toAction(sent({ ...action, Text: null }, hostile));
    expect(read).toMatchObject({ id: 7, recommendationId: 3, text: "" });
    const mended = toAction(sent({ ...action, Text: 1 }, hostile));
    expect(mended).toMatchObject({ id: 7, recommendationId: 3, text: "" });
    expect(Object.getPrototypeOf(mended)).toBe(Object.prototype);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe("a rating scheme from outside", () => {
  const withScheme = (Scheme: unknown) => said(toPlan, { ...plan, Scheme });
  const named = (name: string) => JSON.stringify({ ...scheme, name });

  it("is read where it is one", () => {
    expect(withScheme(plan.Scheme)).toEqual([]);
    expect(toPlan(plan).scheme).toEqual(scheme);
  });

  it.each([
    ["no JSON", "{", "“{” is no JSON"],
    ["a list", "[]", "“[]” is nothing that belongs there"],
    ["empty", "", "is empty"],
    ["missing", undefined, "is empty"],
    ["an object that nobody wrote as text", scheme, "holds nothing that belongs there"],
    [
      "a name that a card would read as a link",
      named("[a](b)"),
      "holds nothing that belongs there",
    ],
    ["no name", named(""), "holds nothing that belongs there"],
    ["a name beyond 40 letters", named("x".repeat(41)), "holds nothing that belongs there"],
    ["another colour", plan.Scheme.replace('"green","symbol', '"red;","symbol'), "holds nothing"],
    ["four letters", plan.Scheme.replace('"G"', '"GREE"'), "holds nothing that belongs there"],
  ])("is refused, as nothing is known without it: %s", (_what, written, words) => {
    expect(withScheme(written)).toEqual([
      expect.stringContaining(`Plans, item 1, column Scheme: ${words}`),
    ]);
  });
});

describe("settings from outside", () => {
  it("are read, without what is no setting", () => {
    const json = `{"checks":{"late":{"off":true,"days":3650,"x":1}},"escalateAfterDays":0,"y":2}`;
    expect(toPlanSettings(json)).toEqual({
      checks: { late: { off: true, days: 3650 } },
      escalateAfterDays: 0,
    });
  });

  it.each([
    "[]",
    "null",
    "7",
    `{"checks":[]}`,
    `{"checks":{"late":[]}}`,
    `{"checks":{"late":{"days":0}}}`,
    `{"checks":{"late":{"days":3651}}}`,
    `{"checks":{"late":{"days":1.5}}}`,
    `{"checks":{"late":{"days":1e400}}}`,
    `{"checks":{"late":{"days":"7"}}}`,
    `{"checks":{"late":{"off":"yes"}}}`,
    `{"columns":[{"heading":"Due"}]}`,
    `{"columns":{}}`,
    `{"escalateAfterDays":-1}`,
    `{"escalateAfterDays":null}`,
  ])("are refused as a whole: %s", (json) => {
    expect(() => toPlanSettings(json)).toThrow(RangeError);
  });

  it("change no prototype", () => {
    const json = `{"checks":{"__proto__":{"off":true}},"__proto__":{"escalateAfterDays":1}}`;
    const read = toPlanSettings(json);
    expect(read).toEqual({ checks: {} });
    expect(read?.checks?.["off"]).toBeUndefined();
    expect(read?.escalateAfterDays).toBeUndefined();
  });
});

describe("a meeting from outside", () => {
  const chair = JSON.stringify({ loginName: "chair@example.org", name: "A chair" });
  const meeting = { Id: 6, PlanId: 1, Starts: "2026-12-01T09:00:00Z", "odata.etag": "1" };

  it("is read without what nobody has written yet", () => {
    const row = { ...meeting, Chair: chair, Agenda: null, Attendance: "" };
    expect(toMeeting(row)).toMatchObject({ agenda: [], attendance: [], secretary: undefined });
  });

  it.each([
    ["no chair", meeting, "Chair: is empty"],
    ["an empty chair", { ...meeting, Chair: "" }, "Chair: is empty"],
    ["a list in the chair's place", { ...meeting, Chair: "[]" }, "Chair: “[]” is nothing that"],
    ["what is no JSON", { ...meeting, Chair: chair, Now: "{" }, "Now: “{” is no JSON"],
    ["endless minutes", { ...meeting, Chair: chair, Agenda: endless() }, "Agenda: holds nothing"],
    ["a number for an agenda", { ...meeting, Chair: chair, Agenda: 3 }, "Agenda: holds nothing"],
  ])("is refused with %s", (_what, row, words) => {
    expect(said(toMeeting, row)).toEqual([
      expect.stringContaining(`Meetings, item 6, column ${words}`),
    ]);
  });
});

it("evidence that is no link of ours is left out and counted", () => {
  const link = { name: "Log", url: "https://example.org/log", kind: "impact" };
  const evidence = [
    { ...link, date: "2026-11-01", more: 1 },
    { ...link, date: "01.11.2026" },
    { ...link, url: "javascript:alert(1)" },
    { ...link, kind: "other" },
    { ...link, date: 20_261_101 },
    [link],
    null,
  ];
  const read = toUpdate({ ...update, Evidence: JSON.stringify(evidence) });
  expect(read.evidence).toEqual([{ ...link, date: "2026-11-01" }, link]);
  expect(read.faults?.map(({ wrong }) => wrong)).toEqual(["holds 5 links that cannot be followed"]);
});
