import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { aSiteWithAPlan, type TestPerson } from "#tests/support/a-site.ts";
import { permissionRows } from "#tests/support/who-may.ts";

/** A guest of the tenant is no kind of their own: they may what the group may that they are in. */
type Somebody = Exclude<TestPerson, "guest">;

/** Everybody who may come, as docs/permissions.md calls them. The nurse speaks for the trust that the acts are about. */
const people: Readonly<Record<Somebody, string>> = {
  owner: "Plan owner",
  nurse: "Agency, its own",
  midwife: "Agency, another's",
  chair: "Peer-challenge group",
  councillor: "Scrutiny",
  reader: "Reader",
  stranger: "Outsider",
};

const everybodyInside: readonly Somebody[] = [
  "owner",
  "nurse",
  "midwife",
  "chair",
  "councillor",
  "reader",
];
const kindsOfPeople: readonly Somebody[] = [...everybodyInside, "stranger"];

interface Act {
  readonly name: string;
  /** Everybody else is refused by SharePoint. */
  readonly may: readonly Somebody[];
  /** One raw call over REST, as anybody could send it. */
  readonly send: (person: Somebody) => Promise<Response>;
}

let site: Awaited<ReturnType<typeof aSiteWithAPlan>>;
/** The numbers of one item of each list, which somebody may try to change. */
const items = new Map<string, number>();

const list = (title: string): string => `/_api/web/lists/getByTitle('${title}')`;

/** Adds an item by the form that the product uses; the ordinary way is tried by the tests of the stores. */
function add(title: string, values: Readonly<Record<string, string | number>>, folder = "") {
  return (person: Somebody): Promise<Response> => {
    const path = ["/sites/plan/Lists", title, folder].filter(Boolean).join("/");
    const all = { Title: "An item", Key: randomUUID(), PlanId: site.planId, ...values };
    return site.call(person, `${list(title)}/AddValidateUpdateItemUsingPath()`, {
      method: "POST",
      body: JSON.stringify({
        listItemCreateInfo: { FolderPath: { DecodedUrl: path } },
        formValues: Object.entries(all).map(([FieldName, value]) => ({
          FieldName,
          FieldValue: String(value),
        })),
        bNewDocumentUpdate: false,
      }),
    });
  };
}

function change(title: string, values: object) {
  return (person: Somebody): Promise<Response> =>
    site.call(person, `${list(title)}/items(${items.get(title)})`, {
      method: "POST",
      headers: { "x-http-method": "MERGE", "if-match": "*" },
      body: JSON.stringify(values),
    });
}

function remove(title: string) {
  return (person: Somebody): Promise<Response> =>
    site.call(person, `${list(title)}/items(${items.get(title)})`, {
      method: "POST",
      headers: { "x-http-method": "DELETE", "if-match": "*" },
    });
}

function recycle(title: string) {
  return (person: Somebody): Promise<Response> =>
    site.call(person, `${list(title)}/items(${items.get(title)})/recycle()`, { method: "POST" });
}

function upload(folder: string) {
  return (person: Somebody): Promise<Response> =>
    site.call(
      person,
      `/_api/web/getFolderByServerRelativePath(decodedUrl='/sites/plan/${folder}')/files/AddUsingPath(decodedurl='${randomUUID()}.txt',overwrite=false)`,
      { method: "POST", body: "What was found." },
    );
}

const statement = { ActionId: 1, Note: "Said." };
const rights = { method: "POST" };

const acts: readonly Act[] = [
  {
    name: "Read the plan and its record",
    may: everybodyInside,
    send: (person) => site.call(person, `${list("Updates")}/items?$select=Id,Note`),
  },
  {
    name: "Report progress for the agency",
    may: ["nurse"],
    send: add("Updates", { ...statement, Kind: "progress", Rating: "green" }, "Trust"),
  },
  {
    name: "Report progress for no agency",
    may: [],
    send: add("Updates", { ...statement, Kind: "progress" }),
  },
  {
    name: "Answer a question for the agency",
    may: ["nurse"],
    send: add("Updates", { ...statement, Kind: "response", ChallengeId: 1 }, "Trust"),
  },
  { name: "Add evidence for the agency", may: ["nurse"], send: upload("Evidence/Trust") },
  {
    name: "Put a question to an agency",
    may: ["chair", "councillor"],
    send: add("Challenges", { RecommendationId: 1, Agency: "Trust", Question: "How?" }),
  },
  {
    name: "Record a decision",
    may: ["chair"],
    send: add("Decisions", { RecommendationId: 1, ActionId: 1, Kind: "closed" }),
  },
  { name: "Call a meeting", may: ["chair"], send: add("Meetings", { Title: "November" }) },
  { name: "Lead a meeting", may: ["chair"], send: change("Meetings", { Agenda: "[]" }) },
  {
    name: "Write down what is said at a meeting",
    may: ["chair"],
    send: add("MeetingNotes", { MeetingId: 1, Kind: "noted", Words: "Noted." }),
  },
  { name: "Keep minutes", may: ["owner", "chair"], send: upload("Papers") },
  { name: "Write down a version", may: ["owner"], send: add("Versions", { Title: "8" }) },
  { name: "Change an action's definition", may: ["owner"], send: change("Actions", { Due: "" }) },
  {
    name: "Change the plan's settings",
    may: ["owner"],
    send: change("Plans", { Settings: "{}" }),
  },
  {
    name: "Note a card that was posted, or a reminder",
    may: [],
    send: add("Posts", { Message: "1" }),
  },
  ...["Updates", "Challenges", "Decisions", "MeetingNotes"].flatMap((title): Act[] => [
    { name: `Change an item of ${title}`, may: [], send: change(title, { Title: "Never said" }) },
    { name: `Delete an item of ${title}`, may: [], send: remove(title) },
    { name: `Put an item of ${title} in the bin`, may: [], send: recycle(title) },
  ]),
  ...["Actions", "Meetings", "Versions"].map((title): Act => ({
    name: `Delete an item of ${title}`,
    may: [],
    send: remove(title),
  })),
  {
    name: "Give themselves rights on a list",
    may: [],
    send: (person) => site.call(person, `${list("Updates")}/breakroleinheritance(false)`, rights),
  },
];

async function idOf(answer: Response): Promise<number> {
  const written = z.object({
    value: z.array(z.object({ FieldName: z.nullable(z.string()), ItemId: z.optional(z.number()) })),
  });
  const { value } = written.parse(await answer.json());
  return value.find(({ ItemId }) => ItemId)?.ItemId ?? 0;
}

beforeAll(async () => {
  site = await aSiteWithAPlan();
  const made: readonly (readonly [string, Promise<Response>])[] = [
    ["Updates", add("Updates", { ...statement, Kind: "progress" }, "Trust")("nurse")],
    ["Challenges", add("Challenges", { RecommendationId: 1, Agency: "Trust" })("chair")],
    ["Decisions", add("Decisions", { ActionId: 1, Kind: "reopened" })("chair")],
    ["Meetings", add("Meetings", { Title: "October" })("chair")],
    ["MeetingNotes", add("MeetingNotes", { MeetingId: 1, Kind: "noted" })("chair")],
    ["Versions", add("Versions", { Title: "7" })("owner")],
  ];
  for (const [title, answer] of made) items.set(title, await idOf(await answer));
  items.set("Plans", site.planId);
  items.set("Actions", 1);
});
afterAll(() => site.close());

/** What a raw call came to: SharePoint answers an addition with 200, and says in it whether it refused a column. */
async function outcome(answer: Response): Promise<string> {
  const text = await answer.text();
  if (answer.status === 401 || answer.status === 403) return "refused";
  return answer.ok && !text.includes('"HasException":true') ? "done" : `${answer.status} ${text}`;
}

describe.each(acts)("$name", ({ may, send }) => {
  it.each(kindsOfPeople)("by %s", async (person) => {
    expect(await outcome(await send(person))).toBe(may.includes(person) ? "done" : "refused");
  });
});

it("docs/permissions.md says what SharePoint does", () => {
  expect(permissionRows()).toEqual([
    ["", ...kindsOfPeople.map((person) => people[person])],
    ...acts.map(({ name, may }) => [
      name,
      ...kindsOfPeople.map((person) => (may.includes(person) ? "yes" : "–")),
    ]),
  ]);
});
