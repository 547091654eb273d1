import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { NotAllowedError, RefusedError } from "#plan/errors.ts";
import { addDays, dayOf } from "#plan/iso-date.ts";
import { connectHistory } from "#sharepoint/connect-history.ts";
import { comparePlan } from "#usecases/compare-plan.ts";
import { planAsOf, readHistory } from "#usecases/read-history.ts";
import { readPapers } from "#usecases/read-papers.ts";
import { submitPlan } from "#usecases/submit-plan.ts";
import { nextVersionNumber, writeVersion } from "#usecases/write-version.ts";
import { aSiteWithAPlan, type TestPerson } from "#tests/support/a-site.ts";

let site: Awaited<ReturnType<typeof aSiteWithAPlan>>;
beforeAll(async () => {
  site = await aSiteWithAPlan();
});
afterAll(() => site.close());
beforeEach(() => void (site.requests.length = 0));

const today = dayOf(new Date());
const stores = (person: TestPerson) =>
  connectHistory({ siteUrl: site.siteUrl, token: async () => person });
const opened = (person: TestPerson) => site.as(person).plans.open(site.planId);

async function aVersion(person: TestPerson, own: { number?: string; key?: string } = {}) {
  const open = await opened(person);
  const { versions } = await stores(person).history.forPlan(site.planId);
  return {
    open,
    known: versions,
    number: nextVersionNumber(versions),
    date: today,
    author: "Head of Safeguarding",
    comment: "After the first meeting.",
    circulatedTo: "All agencies",
    key: randomUUID(),
    ...own,
  };
}

describe("a version", () => {
  it("is written down with whom it went to, and its number on the plan", async () => {
    await writeVersion(stores("owner"), await aVersion("owner"));
    const { versions } = await stores("nurse").history.forPlan(site.planId);
    expect(versions.at(-1)).toMatchObject({
      number: "2",
      date: today,
      circulatedTo: "All agencies",
    });
    expect((await opened("nurse")).plan.version).toBe("2");
  });

  it("is written once, however often it is sent", async () => {
    const version = await aVersion("owner");
    await writeVersion(stores("owner"), version);
    await writeVersion(stores("owner"), version);
    const versions = await stores("owner").versions.forPlan(site.planId);
    expect(versions.filter(({ number }) => number === version.number)).toHaveLength(1);
  });

  it("is refused with the key of another, and with a number that is taken", async () => {
    const version = await aVersion("owner");
    await writeVersion(stores("owner"), version);
    const other = await aVersion("owner", { key: version.key });
    await expect(writeVersion(stores("owner"), other)).rejects.toThrow(NotAllowedError);
    const taken = await aVersion("owner", { number: "1" });
    await expect(writeVersion(stores("owner"), taken)).rejects.toThrow(RefusedError);
  });

  it("is refused by SharePoint itself for whoever is no owner", async () => {
    await expect(writeVersion(stores("chair"), await aVersion("chair"))).rejects.toThrow(
      NotAllowedError,
    );
    const past = { ...(await aVersion("chair")), planId: site.planId, dateAsPrinted: "" };
    await expect(stores("chair").versions.add(past)).rejects.toThrow(NotAllowedError);
  });
});

describe("the plan is marked as sent", () => {
  it("not by somebody else, and not before it was", async () => {
    const submit = { on: today, to: "Care Quality Commission", today };
    const nurse = { ...submit, open: await opened("nurse") };
    await expect(submitPlan(stores("nurse"), nurse)).rejects.toThrow(NotAllowedError);
    const early = { ...submit, open: await opened("owner"), on: addDays(today, 1) };
    await expect(submitPlan(stores("owner"), early)).rejects.toThrow(RefusedError);
  });

  it("once, with the day and to whom", async () => {
    const submit = { open: await opened("owner"), on: today, to: "Care Quality Commission", today };
    await submitPlan(stores("owner"), submit);
    const open = await opened("councillor");
    expect(open.plan).toMatchObject({ submitted: today, submittedTo: "Care Quality Commission" });
    const again = { ...submit, open: await opened("owner") };
    await expect(submitPlan(stores("owner"), again)).rejects.toThrow(RefusedError);
  });
});

describe("papers", () => {
  it("tell what changed since a day, and since the last version before today where none is said", async () => {
    const asked = { open: await opened("councillor"), day: today, today };
    const { report, pack } = await readPapers(stores("councillor"), asked);
    expect(report.since).toBe("2026-08-01");
    expect(report.plan.plan.version).toBe("4");
    expect(pack.parts).toEqual([]);
    const since = addDays(today, -7);
    expect((await readPapers(stores("councillor"), { ...asked, since })).report.since).toBe(since);
  });

  it("are refused for a day that is yet to come, and for a span that is none", async () => {
    const asked = { open: await opened("councillor"), day: today, today };
    const tomorrow = addDays(today, 1);
    await expect(readPapers(stores("councillor"), { ...asked, day: tomorrow })).rejects.toThrow(
      RefusedError,
    );
    await expect(readPapers(stores("councillor"), { ...asked, since: today })).rejects.toThrow(
      RefusedError,
    );
  });
});

describe("how a plan was worded", () => {
  const since = addDays(today, -1);

  it("takes two round trips in all where nothing was rewritten since, and no version is read", async () => {
    const open = await opened("nurse");
    site.requests.length = 0;
    const read = await readHistory(stores("nurse"), { open, since });
    expect(site.requests).toHaveLength(2);
    expect(planAsOf(read, since).recommendations.map(({ actions }) => actions.length)).toEqual([
      2, 1,
    ]);
    expect(comparePlan(read, { from: since, to: today }).changes).toEqual([]);
  });

  it("is what SharePoint kept of it, with who rewrote it and who added what", async () => {
    const lists = site.siteOf("owner").sp.web.lists;
    const open = await opened("owner");
    const [recommendation] = open.recommendations;
    const action = open.actions.find(({ text }) => text === "Train the nurses.");
    if (!recommendation || !action) throw new Error("The small plan has neither.");
    const actions = lists.getByTitle("Actions").items;
    // Versions are told apart by the second.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await actions.getById(action.id).update({ Text: "Train the nurses and the doctors." });
    const history = await readHistory(stores("nurse"), { open: await opened("nurse"), since });
    const { changes } = comparePlan(history, { from: since, to: today });
    expect(changes).toMatchObject([
      {
        kind: "words",
        field: "Action",
        from: "Train the nurses.",
        to: "Train the nurses and the doctors.",
        by: { author: { name: "owner" } },
        agencies: ["Trust"],
      },
    ]);
    const old = planAsOf(history, since).recommendations.flatMap((each) => each.actions);
    expect(old.map((each) => each.action)).toContainEqual(action);
  });

  it("goes back to when an action was added, where the site keeps only its newest versions", async () => {
    const lists = site.admin.sp.web.lists;
    const open = await opened("owner");
    const action = open.actions.find(({ text }) => text.startsWith("Train the nurses"));
    if (!action) throw new Error("The small plan has no such action.");
    const item = lists.getByTitle("Actions").items.getById(action.id);
    const { Created } = await item.select("Created")<{ Created: string }>();
    const versions = await item.versions.select("VersionId")<{ VersionId: number }[]>();
    const oldest = versions.at(-1);
    if (!oldest || versions.length < 2) throw new Error("The action was not rewritten.");
    await item.versions.getById(oldest.VersionId).delete();
    const { actions } = await stores("nurse").definitions.since(open, since);
    expect(actions.get(action.id)?.map(({ at, as }) => [at, as.text])).toEqual([
      [Created, "Train the nurses and the doctors."],
    ]);
  });

  it("is asked only of what was changed since, in one batch", async () => {
    const open = await opened("nurse");
    site.requests.length = 0;
    const asked = await stores("nurse").definitions.since(open, since);
    expect(site.requests).toHaveLength(2);
    expect(asked.actions.size).toBe(3);
    site.requests.length = 0;
    const later = await stores("nurse").definitions.since(open, today);
    expect(later.actions.size).toBe(0);
    expect(site.requests).toHaveLength(1);
  });
});
