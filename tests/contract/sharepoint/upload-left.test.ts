import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { SharePointEvidenceStore } from "#sharepoint/evidence-store.ts";
import { UploadSession } from "#sharepoint/upload-session.ts";
import { aSiteWithAPlan } from "#tests/support/a-site.ts";

let site: Awaited<ReturnType<typeof aSiteWithAPlan>>;
beforeAll(async () => {
  site = await aSiteWithAPlan();
});
afterAll(() => site.close());

const trust = async () => {
  const { agencies } = await site.as("nurse").plans.open(site.planId);
  const agency = agencies.find(({ shortName }) => shortName === "Trust");
  if (!agency) throw new Error("The small plan has changed.");
  return agency;
};

async function begun(name: string) {
  const path = `/sites/plan/Evidence/${(await trust()).folder}/${name}`;
  const session = new UploadSession(site.siteOf("nurse"), { path, id: randomUUID() });
  await session.begin(new Blob(["ten bytes."]));
  return session;
}

it("an upload that SharePoint did not end is not taken for a file, however much of it came", async () => {
  const session = await begun("Half.txt");
  // It has ten bytes, and is told to be whole with more.
  await expect(session.finish(25)).rejects.toThrow(/offset/i);
});

it("what somebody left half-way is not among the agency's evidence", async () => {
  const store = new SharePointEvidenceStore(site.siteOf("nurse"));
  const names = async () => (await store.ofAgency(await trust())).map(({ name }) => name);
  const session = await begun("Left.txt");
  expect(await names()).not.toContain("Left.txt");
  await session.finish(10);
  expect(await names()).toContain("Left.txt");
});
