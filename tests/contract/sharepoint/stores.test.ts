import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { foldAction } from "#plan/fold.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { importPlan } from "#usecases/import-plan.ts";
import { ledBy } from "#plan/permissions.ts";
import { proposeRating } from "#usecases/propose-rating.ts";
import { SharePointPlanWriter } from "#sharepoint/plan-writer.ts";
import { aSiteWithAPlan, aSmallPlan, type TestPerson } from "#tests/support/a-site.ts";

type Site = Awaited<ReturnType<typeof aSiteWithAPlan>>;

let site: Site;
beforeAll(async () => {
  site = await aSiteWithAPlan();
});
afterAll(() => site.close());
beforeEach(() => void (site.requests.length = 0));

const aKey = (): string => randomUUID();

const actionCalled = (open: OpenPlan, text: string) => {
  const action = open.actions.find((each) => each.text === text);
  if (!action) throw new Error(`No action "${text}"`);
  return action;
};

async function propose(
  person: TestPerson,
  text: string,
  { agency = "Trust", rating = "green", note = "Done.", key = aKey() } = {},
) {
  const stores = site.as(person);
  const open = await stores.plans.open(site.planId);
  const action = actionCalled(open, text);
  const saved = await proposeRating(stores, {
    open: { ...open, action },
    agency,
    rating,
    note,
    evidence: [],
    key,
  });
  return { ...saved, action, stores };
}

/** A raw append into an agency's folder. */
function addingTo(folder: string): RequestInit {
  return {
    method: "POST",
    body: JSON.stringify({
      listItemCreateInfo: { FolderPath: { DecodedUrl: `/sites/plan/Lists/Updates/${folder}` } },
      formValues: [
        { FieldName: "Key", FieldValue: aKey() },
        { FieldName: "PlanId", FieldValue: "1" },
        { FieldName: "ActionId", FieldValue: "1" },
      ],
      bNewDocumentUpdate: false,
    }),
  };
}

describe("opening a plan", () => {
  it("takes one round trip and gives what was imported", async () => {
    const open = await site.as("nurse").plans.open(site.planId);
    expect(
      site.requests.map(({ method, url }) => `${method} ${new URL(url, site.origin).pathname}`),
    ).toEqual(["POST /sites/plan/_api/$batch"]);
    expect(open.plan).toMatchObject({
      title: "Small plan",
      regulator: "CQC",
      published: "2026-07-14",
      version: "1",
    });
    expect(open.recommendations.map(({ ref, text }) => [ref, text])).toEqual([
      ["1.1", "Train everybody who sees children."],
      ["1.2", "Write the pathway."],
    ]);
    expect(actionCalled(open, "Train together.").agencies).toEqual(["Trust", "Council/PH"]);
    expect(open.me).toMatchObject({ name: "nurse", agencies: ["Trust"], roles: [] });
  });

  it("takes one round trip where nobody says which plan", async () => {
    const newest = await site.as("nurse").plans.openNewest();
    expect(site.requests).toHaveLength(1);
    expect(newest?.plans).toMatchObject([{ id: site.planId, title: "Small plan" }]);
    expect(newest?.open.actions).toHaveLength(3);
  });

  it("is refused to somebody from outside", async () => {
    await expect(site.as("stranger").plans.open(site.planId)).rejects.toThrow(
      /permission|not there any more/,
    );
  });

  it("says that a plan which is not there was not found", async () => {
    await expect(site.as("nurse").plans.open(999)).rejects.toThrow(/no such plan on this site/);
  });
});

describe("importing the same plan again", () => {
  it("adds nothing", async () => {
    const imported = await importPlan({ writer: new SharePointPlanWriter(site.admin) }, aSmallPlan);
    expect(imported).toEqual({
      planId: site.planId,
      agencies: aSmallPlan.agencies.map((agency) => expect.objectContaining(agency)),
      recommendations: { of: 2, added: 0 },
      actions: { of: 3, added: 0 },
      versions: { of: 1, added: 0 },
      findings: { of: 0, added: 0 },
    });
  });
});

describe("saying something about an action", () => {
  it("is one request, by the person, in their agency's folder", async () => {
    const stores = site.as("nurse");
    const open = await stores.plans.open(site.planId);
    const action = actionCalled(open, "Train the nurses.");
    site.requests.length = 0;
    const { id } = await proposeRating(stores, {
      open: { ...open, action },
      agency: "Trust",
      rating: "green",
      note: "Forty of fifty nurses are trained.",
      evidence: [{ name: "Register", url: "https://trust.example/register", kind: "activity" }],
      key: randomUUID(),
    });
    expect(site.requests).toHaveLength(1);
    const record = await stores.record.forAction(action.id);
    expect(record).toMatchObject([
      {
        id,
        folder: "Trust",
        rating: "green",
        note: "Forty of fifty nurses are trained.",
        author: { name: "nurse" },
        evidence: [{ name: "Register", kind: "activity" }],
      },
    ]);
  });

  it("is saved once when it is sent twice, at once and again", async () => {
    const key = randomUUID();
    const sent = await Promise.all(
      [1, 2, 3].map(() => propose("midwife", "Write it.", { agency: "Council/PH", key })),
    );
    const again = await propose("midwife", "Write it.", { agency: "Council/PH", key });
    expect(new Set([...sent, again].map(({ id }) => id)).size).toBe(1);
    expect(await again.stores.record.forAction(again.action.id)).toHaveLength(1);
  });

  it("does not take another action's key for its own", async () => {
    const key = randomUUID();
    await propose("midwife", "Train together.", { agency: "Council/PH", key });
    await expect(propose("midwife", "Write it.", { agency: "Council/PH", key })).rejects.toThrow(
      /saved before as something else/,
    );
  });

  it("refuses an agency that the person does not speak for", async () => {
    await expect(propose("nurse", "Train together.", { agency: "Council/PH" })).rejects.toThrow(
      /Only people of/,
    );
    await expect(propose("chair", "Train together.")).rejects.toThrow(/Only people of/);
  });

  it("refuses a rating of another scheme, silence, and an NHS number", async () => {
    await expect(propose("nurse", "Train the nurses.", { rating: "purple" })).rejects.toThrow(
      /one of the plan's ratings/,
    );
    await expect(propose("nurse", "Train the nurses.", { note: "  " })).rejects.toThrow(/sentence/);
    await expect(
      propose("nurse", "Train the nurses.", { note: "Patient 943 476 5919 was seen." }),
    ).rejects.toThrow(/NHS number/);
  });

  it("counts least good where agencies differ, and shows both", async () => {
    await propose("nurse", "Train together.", { rating: "red", note: "Not begun." });
    const open = await site.as("owner").plans.open(site.planId);
    const action = actionCalled(open, "Train together.");
    const state = foldAction(open.plan.scheme, open.agencies, action, open.record);
    expect(state.proposed).toBe("red");
    expect(state.statements.map(({ agency }) => agency).toSorted()).toEqual([
      "Council/PH",
      "Trust",
    ]);
  });
});

describe("what SharePoint itself refuses", () => {
  const path = "/_api/web/lists/getByTitle('Updates')";
  it("adding in another agency's folder, or in none", async () => {
    const use = `${path}/AddValidateUpdateItemUsingPath()`;
    expect((await site.call("nurse", use, addingTo("Council-PH"))).status).toBe(403);
    expect((await site.call("chair", use, addingTo("Trust"))).status).toBe(403);
    expect((await site.call("owner", use, addingTo("Trust"))).status).toBe(403);
    expect(
      (
        await site.call("nurse", `${path}/items`, {
          method: "POST",
          body: JSON.stringify({ Key: randomUUID(), PlanId: 1, ActionId: 1 }),
        })
      ).status,
    ).toBe(403);
  });

  it("changing or deleting what was said, for everybody", async () => {
    const { id } = await propose("nurse", "Train the nurses.", { note: "This stays." });
    for (const person of ["nurse", "owner", "chair"] as const) {
      const change = {
        method: "POST",
        headers: { "x-http-method": "MERGE", "if-match": "*" },
        body: JSON.stringify({ Note: "never said" }),
      };
      expect((await site.call(person, `${path}/items(${id})`, change)).status).toBe(403);
      const remove = { method: "POST", headers: { "x-http-method": "DELETE", "if-match": "*" } };
      expect((await site.call(person, `${path}/items(${id})`, remove)).status).toBe(403);
      expect(
        (await site.call(person, `${path}/items(${id})/recycle`, { method: "POST" })).status,
      ).toBe(403);
    }
  });

  it("dating a statement back, for everybody but who manages the lists", async () => {
    const body = {
      listItemCreateInfo: { FolderPath: { DecodedUrl: "/sites/plan/Lists/Updates/Trust" } },
      formValues: [
        { FieldName: "Key", FieldValue: randomUUID() },
        { FieldName: "PlanId", FieldValue: "1" },
        { FieldName: "ActionId", FieldValue: "1" },
        { FieldName: "Created", FieldValue: "2020-01-01T09:00:00Z" },
      ],
      bNewDocumentUpdate: true,
    };
    const answer = await site.call("nurse", `${path}/AddValidateUpdateItemUsingPath()`, {
      method: "POST",
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    const all = await (
      await site.call(
        "nurse",
        `${path}/items?$select=Created&$filter=Created lt datetime'2021-01-01T00:00:00Z'`,
      )
    ).text();
    expect(
      answer.status === 403 || text.includes('"HasException":true') || all === '{"value":[]}',
    ).toBe(true);
    expect(JSON.parse(all)).toMatchObject({ value: [] });
  });
});

describe("watching a plan", () => {
  it("is one small request while nothing changes, and two when something did", async () => {
    const stores = site.as("owner");
    const open = await stores.plans.open(site.planId);
    site.requests.length = 0;
    expect(await stores.plans.changesSince(open)).toBeUndefined();
    expect(site.requests).toHaveLength(1);

    const { id } = await propose("nurse", "Train the nurses.", {
      rating: "blue",
      note: "All trained.",
    });
    site.requests.length = 0;
    const next = await stores.plans.changesSince(open);
    expect(site.requests).toHaveLength(2);
    expect(next?.record.find((entry) => entry.type === "update" && entry.id === id)).toMatchObject({
      rating: "blue",
      folder: "Trust",
    });
    expect(next && (await stores.plans.changesSince(next))).toBeUndefined();
  });

  it("sees a definition that its owner edited", async () => {
    const stores = site.as("nurse");
    const open = await stores.plans.open(site.planId);
    const action = actionCalled(open, "Write it.");
    await site
      .siteOf("owner")
      .sp.web.lists.getByTitle("Actions")
      .items.getById(action.id)
      .update({ Text: "Write it well." });
    const next = await stores.plans.changesSince(open);
    expect(next?.actions.find(({ id }) => id === action.id)?.text).toBe("Write it well.");
  });
});

describe("watching a plan after SharePoint has forgotten when it was read", () => {
  it.each(["1;2;00000000-0000-0000-0000-000000000000;630822816000000000;1", "1;2;none"])(
    "reads it anew, from %s on",
    async (changeToken) => {
      const stores = site.as("reader");
      const open = await stores.plans.open(site.planId);
      const next = await stores.plans.changesSince({ ...open, actions: [], changeToken });
      expect(next?.actions).toEqual(open.actions);
      expect(next && (await stores.plans.changesSince(next))).toBeUndefined();
    },
  );
});

describe("opening a recommendation", () => {
  it("brings what was said of it and of its actions, in one request", async () => {
    const said = await propose("nurse", "Train the nurses.", { agency: "Trust" });
    const stores = site.as("reader");
    const { actions } = await stores.plans.open(site.planId);
    const { recommendationId } = said.action;
    const own = actions.filter((each) => each.recommendationId === recommendationId);
    site.requests.length = 0;
    const ids = own.map(({ id }) => id);
    const record = await stores.record.forRecommendation(recommendationId, ids);
    expect(site.requests.map(({ url }) => url.split("/_api/")[1])).toEqual(["$batch"]);
    expect(record.filter(({ type }) => type === "update").map(({ id }) => id)).toContain(said.id);
    expect(record.every(({ actionId = 0 }) => ids.includes(actionId))).toBe(true);
    expect(await stores.record.forRecommendation(999, [])).toEqual([]);
  });
});

describe("an action's lead officers", () => {
  it("are the people that the site's owners named, beside those printed", async () => {
    const open = await site.as("nurse").plans.open(site.planId);
    const action = actionCalled(open, "Train the nurses.");
    await site.admin.sp.web.lists
      .getByTitle("Actions")
      .items.getById(action.id)
      .update({ LeadOfficersId: [open.me.id] });
    const after = await site.as("nurse").plans.open(site.planId);
    const led = after.actions.filter(ledBy(after.me));
    expect(led.map(({ text }) => text)).toEqual(["Train the nurses."]);
    expect(led[0]).toMatchObject({ leads: ["Named Nurse"], leadOfficers: [after.me.id] });
  });
});
