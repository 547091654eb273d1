import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { UnavailableError } from "#plan/errors.ts";
import { connectSharePoint } from "#sharepoint/connect.ts";
import { proposeRating } from "#usecases/propose-rating.ts";
import { aSiteWithAPlan } from "#tests/support/a-site.ts";
import { makeTrouble, type Plan } from "#tests/local/sharepoint/support/trouble.ts";

let site: Awaited<ReturnType<typeof aSiteWithAPlan>>;
beforeAll(async () => {
  site = await aSiteWithAPlan();
});
afterAll(() => site.close());
beforeEach(() => void (site.requests.length = 0));
afterEach(() => makeTrouble(site.origin, {}));

const meets = async (...faults: NonNullable<Plan["faults"]>) => {
  await makeTrouble(site.origin, { faults });
  site.requests.length = 0;
};

/** The statuses that the nurse's requests got, in order; 0 is a connection that was dropped. */
const statuses = (part: string) =>
  site.requests.filter(({ url }) => url.includes(part)).map(({ status }) => status);

async function aSentence() {
  const stores = site.as("nurse");
  const open = await stores.plans.open(site.planId);
  const action = open.actions.find(({ text }) => text === "Train the nurses.");
  if (!action) throw new Error("The small plan has changed.");
  const key = randomUUID();
  const say = () =>
    proposeRating(stores, {
      open: { ...open, action },
      agency: "Trust",
      rating: "green",
      note: "Said in bad weather.",
      evidence: [],
      key,
    });
  const kept = async () =>
    (await stores.record.forAction(action.id)).filter(
      (entry) => entry.type === "update" && entry.key === key,
    );
  return { say, kept };
}

describe("the stores in bad weather", () => {
  it.each([429, 503])("wait as long as a %i says, and then get through", async (status) => {
    await meets({ kind: "throttle", status, retryAfter: 1, times: 1 });
    const from = performance.now();
    const open = await site.as("nurse").plans.open(site.planId);
    expect(performance.now() - from).toBeGreaterThanOrEqual(1000);
    expect(open.actions).toHaveLength(3);
    expect(statuses("$batch")).toEqual([status, 200]);
  });

  it("do not wait for minutes, but say that SharePoint is busy, and for how long", async () => {
    await meets({ kind: "throttle", retryAfter: 290 });
    const opening = site.as("nurse").plans.open(site.planId);
    await expect(opening).rejects.toThrow(UnavailableError);
    // As long as SharePoint asked for, and up to a quarter more.
    await expect(opening).rejects.toThrow(/too busy just now\. Try again in [567] minutes\./);
    expect(statuses("$batch")).toEqual([429]);
  });

  it("send nothing more while a long wait lasts, for whoever was asked to wait, and say how long it still is", async () => {
    const { plans, record } = site.as("nurse");
    await meets({ kind: "throttle", retryAfter: 290, times: 1 });
    await expect(plans.open(site.planId)).rejects.toThrow(UnavailableError);
    await expect(record.forAction(1)).rejects.toThrow(/Try again in [567] minutes\./);
    await expect(plans.list()).rejects.toThrow(UnavailableError);
    expect(statuses("")).toEqual([429]);
    expect(await site.as("midwife").plans.list()).toHaveLength(1);
  });

  it("ask for a fresh token once where the one they had has expired", async () => {
    const asked: (boolean | undefined)[] = [];
    const { plans } = connectSharePoint({
      siteUrl: site.siteUrl,
      token: async (fresh) => {
        asked.push(fresh);
        return "nurse";
      },
    });
    await meets({ kind: "expired-token", times: 1 });
    expect((await plans.open(site.planId)).actions).toHaveLength(3);
    expect(asked).toEqual([undefined, true]);
    asked.length = 0;
    await meets({ kind: "expired-token" });
    await expect(plans.open(site.planId)).rejects.toThrow(/Sign in again/);
    expect(asked).toEqual([undefined, true]);
  });

  it("ask for a token that proves what SharePoint says is missing, and once", async () => {
    const asked: unknown[] = [];
    const { plans } = connectSharePoint({
      siteUrl: site.siteUrl,
      token: async (...wish) => {
        asked.push(wish);
        return "nurse";
      },
    });
    const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: "c7" } } });
    await meets({ kind: "claims", acrs: "c7", times: 1 });
    expect((await plans.open(site.planId)).actions).toHaveLength(3);
    expect(asked).toEqual([[], [true, claims]]);
    asked.length = 0;
    await meets({ kind: "claims", acrs: "c7" });
    await expect(plans.open(site.planId)).rejects.toThrow(/Sign in again/);
    expect(asked).toEqual([[], [true, claims]]);
  });

  it("wait until the moment that SharePoint names", async () => {
    await meets({ kind: "throttle", retryAfter: 2, asDate: true, times: 1 });
    const from = performance.now();
    await site.as("nurse").plans.open(site.planId);
    expect(performance.now() - from).toBeGreaterThanOrEqual(900);
    expect(statuses("$batch")).toEqual([429, 200]);

    await meets({ kind: "throttle", status: 503, retryAfter: 290, asDate: true });
    const opening = site.as("midwife").plans.open(site.planId);
    await expect(opening).rejects.toThrow(/too busy just now\. Try again in [567] minutes\./);
    expect(statuses("$batch")).toEqual([503]);
  });

  it("say that something else answered in place of SharePoint, and take none of it for an answer", async () => {
    const { say, kept } = await aSentence();
    await meets({ kind: "web-page" });
    await expect(site.as("nurse").plans.open(site.planId)).rejects.toThrow(UnavailableError);
    await expect(say()).rejects.toThrow(/A web page answered in place of SharePoint/);
    await meets();
    await say();
    expect(await kept()).toHaveLength(1);
  });

  it("read again what ended half-way", async () => {
    await meets({ kind: "drop", when: "half-way", times: 2 });
    const open = await site.as("nurse").plans.open(site.planId);
    expect(open.actions).toHaveLength(3);
    expect(statuses("$batch")).toHaveLength(3);
    await meets({ kind: "drop", when: "half-way" });
    await expect(site.as("nurse").plans.open(site.planId)).rejects.toThrow(/can't be reached/);
  });

  it.each([
    ["before", 0],
    ["after", 0],
    ["half-way", 200],
  ])("save once what was said when the connection drops %s the write", async (when, status) => {
    const { say, kept } = await aSentence();
    await meets({ kind: "drop", when, method: "POST", path: "AddValidate", times: 1 });
    const { id } = await say();
    expect(statuses("AddValidate")).toEqual([status, 200]);
    expect(await kept()).toMatchObject([{ id }]);
  });

  it("never show half a plan when half of a batch failed", async () => {
    await meets({ kind: "half-batch", times: 1 });
    await expect(site.as("nurse").plans.open(site.planId)).rejects.toThrow(UnavailableError);
    expect((await site.as("nurse").plans.open(site.planId)).actions).toHaveLength(3);
  });
});
