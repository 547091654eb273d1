import { z } from "zod";
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  onTestFinished,
  vi,
} from "vitest";
import type {
  EvidenceFile,
  EvidenceStore,
  NewEvidence,
  UploadBegun,
} from "#usecases/ports/evidence.ts";
import { SharePointEvidenceStore } from "#sharepoint/evidence-store.ts";
import { UploadSession } from "#sharepoint/upload-session.ts";
import { uploadEvidence } from "#usecases/upload-evidence.ts";
import { makeTrouble } from "#tests/local/sharepoint/support/trouble.ts";
import { aSiteWithAPlan, type TestPerson } from "#tests/support/a-site.ts";

type Site = Awaited<ReturnType<typeof aSiteWithAPlan>>;

let site: Site;
beforeAll(async () => {
  site = await aSiteWithAPlan();
});
afterAll(() => site.close());
beforeEach(() => void (site.requests.length = 0));
afterEach(() => makeTrouble(site.origin, {}));

const mega = 1024 * 1024;
const storeOf = (person: TestPerson): EvidenceStore =>
  new SharePointEvidenceStore(site.siteOf(person));

const agencyCalled = async (shortName: string) => {
  const { agencies } = await site.as("nurse").plans.open(site.planId);
  const agency = agencies.find((each) => each.shortName === shortName);
  if (!agency) throw new Error(`No agency "${shortName}"`);
  return agency;
};

async function evidence(own: Partial<NewEvidence> = {}): Promise<NewEvidence> {
  return {
    planId: site.planId,
    actionId: 1,
    agency: await agencyCalled("Trust"),
    file: new Blob(["Ten of ten plans were seen."]),
    name: "Audit.txt",
    kind: "impact",
    date: "2026-11-12",
    ...own,
  };
}

const quietly = () => ({
  progress: () => {},
  began: () => {},
  signal: new AbortController().signal,
});

/** Tries, and after a failure once more, as a page does that was loaded again: all it knows is where it began. */
async function tryTwice(person: TestPerson, wanted: NewEvidence): Promise<EvidenceFile> {
  let begun: UploadBegun | undefined;
  const on = { ...quietly(), began: (at: UploadBegun) => void (begun = at) };
  return storeOf(person)
    .upload(wanted, on)
    .catch(async () => {
      await makeTrouble(site.origin, {});
      return storeOf(person).upload({ ...wanted, begun }, on);
    });
}

/** What a page leaves there that is closed, or loaded again, while a file is on its way. */
async function leftBy(file: Blob, name: string, { whole = false } = {}): Promise<UploadBegun> {
  const begun = {
    path: `/sites/plan/Evidence/Trust/${name}`,
    id: crypto.randomUUID(),
    isOwn: true,
  };
  const session = new UploadSession(site.siteOf("nurse"), begun);
  await session.begin(file.slice(0, whole ? file.size : 4));
  if (whole) await session.finish(file.size);
  return begun;
}

/** The names that stand in an agency's folder, whoever may see them. */
async function namesIn(folder: string): Promise<readonly string[]> {
  const path = `getFolderByServerRelativePath(decodedUrl='/sites/plan/Evidence/${folder}')/files`;
  const answer = await site.call("nurse", `/_api/web/${path}?$select=Name`);
  const files = z.object({ value: z.array(z.object({ Name: z.string() })) });
  return files.parse(await answer.json()).value.map(({ Name }) => Name);
}

describe("putting a file into the evidence", () => {
  it("keeps it in the agency's own folder, with what it is evidence of", async () => {
    const store = storeOf("nurse");
    const kept = await store.upload(await evidence({ name: "First audit.txt" }), quietly());
    expect(kept).toEqual({
      name: "First audit.txt",
      url: `${site.origin}/sites/plan/Evidence/Trust/First%20audit.txt`,
      agency: "Trust",
      planId: site.planId,
      actionId: 1,
      kind: "impact",
      date: "2026-11-12",
      bytes: 27,
      added: expect.stringMatching(/^20/),
    });
    expect((await store.ofAgency(await agencyCalled("Trust"))).at(0)).toEqual(kept);
  });

  it("sends a large one in parts and says how far it is", async () => {
    const seen: number[] = [];
    const file = new Blob([new Uint8Array(11 * mega).fill(7)]);
    const kept = await storeOf("nurse").upload(await evidence({ file, name: "Film.mp4" }), {
      ...quietly(),
      progress: (bytes) => seen.push(bytes / mega),
    });
    expect(kept.bytes).toBe(11 * mega);
    expect(seen).toEqual([0, 2, 4, 6, 8, 10, 11]);
  });

  it("gives a name that is taken a number, and overwrites nothing", async () => {
    const store = storeOf("nurse");
    for (const words of ["one", "two", "three"])
      await store.upload(
        await evidence({ file: new Blob([words]), name: "Minutes.docx" }),
        quietly(),
      );
    const files = await store.ofAgency(await agencyCalled("Trust"));
    expect(
      files
        .filter(({ name }) => name.startsWith("Minutes"))
        .map(({ name, bytes }) => [name, bytes]),
    ).toEqual(
      expect.arrayContaining([
        ["Minutes.docx", 3],
        ["Minutes 2.docx", 3],
        ["Minutes 3.docx", 5],
      ]),
    );
  });

  it.each([
    ["../../Plans/x.txt", "-..-Plans-x.txt"],
    ["what? is: <this>|*.docx", "what- is- -this---.docx"],
    ["50% of #1 & it's 'done'+.txt", "50% of #1 & it's 'done'+.txt"],
    ["CON.txt", "file CON.txt"],
    ["~$draft.docx", "draft.docx"],
    ["invoice\u202Etxt.exe", "invoice-txt.exe"],
    ["   ...   ", "file"],
    [`${"ü".repeat(300)}.pdf`, `${"ü".repeat(116)}.pdf`],
  ])("takes the name %j as %j", async (name, kept) => {
    const { url, ...file } = await storeOf("nurse").upload(await evidence({ name }), quietly());
    expect(file.name).toBe(kept);
    expect(decodeURIComponent(new URL(url).pathname)).toBe(`/sites/plan/Evidence/Trust/${kept}`);
  });

  it("refuses an empty file, one that is too large, and a name with an NHS number", async () => {
    const open = await site.as("nurse").plans.open(site.planId);
    const upload = async (name: string, size: number) => {
      const file = new Blob(["x"]);
      Object.defineProperty(file, "size", { value: size });
      const asked = { open, actionId: 1, agency: "Trust", kind: "activity" } as const;
      return uploadEvidence({ evidence: storeOf("nurse") }, { ...asked, file, name }, quietly());
    };
    await expect(upload("Nothing.txt", 0)).rejects.toThrow("“Nothing.txt” is empty");
    await expect(upload("Film.mp4", 250 * mega + 1)).rejects.toThrow(/“Film.mp4” is larger than/);
    await expect(upload("943 476 5919 letter.txt", 1)).rejects.toThrow(
      "NHS number in the name of the file",
    );
    expect(site.requests.some(({ url }) => url.toLowerCase().includes("stub"))).toBe(false);
  });

  it("is refused by SharePoint in another agency's folder", async () => {
    await expect(storeOf("midwife").upload(await evidence(), quietly())).rejects.toMatchObject({
      code: "not-allowed",
    });
  });
});

describe("an upload that does not go through", () => {
  it("leaves no file when it is cancelled", async () => {
    const before = await namesIn("Trust");
    const stop = new AbortController();
    const file = new Blob([new Uint8Array(7 * mega)]);
    const upload = storeOf("nurse").upload(await evidence({ file, name: "Cancelled.mp4" }), {
      ...quietly(),
      signal: stop.signal,
      progress: (bytes) => bytes >= 4 * mega && stop.abort(),
    });
    await expect(upload).rejects.toMatchObject({ name: "AbortError" });
    expect(await namesIn("Trust")).toEqual(before);
  });

  it.each(["addStubUsingPath", "continueUpload", "finishUpload", "validateUpdateListItem"])(
    "stands there once where the answer to %s is lost",
    async (path) => {
      const before = await namesIn("Trust");
      const faults = [{ kind: "drop", when: "after", path, times: 1 }] as const;
      await makeTrouble(site.origin, { faults });
      // Not all of the path: every request that names the file would be lost.
      const name = `Lost ${path.slice(0, 6)}.bin`;
      const kept = { file: new Blob([new Uint8Array(3 * mega)]), name };
      await tryTwice("nurse", await evidence(kept));
      expect(new Set(await namesIn("Trust"))).toEqual(new Set([...before, kept.name]));
    },
  );

  it.each([
    ["part of it", false],
    ["all of it", true],
  ])("stands there once where a page that was loaded again had left %s", async (_, whole) => {
    const name = `Left ${whole ? "whole" : "half"}.txt`;
    const file = new Blob(["Ten of ten plans were seen."]);
    const before = await namesIn("Trust");
    const begun = await leftBy(file, name, { whole });
    const kept = await storeOf("nurse").upload(await evidence({ file, name, begun }), quietly());
    expect(kept).toMatchObject({ name, kind: "impact", bytes: 27 });
    expect(new Set(await namesIn("Trust"))).toEqual(new Set([...before, name]));
  });

  it("leaves nothing behind where it is given up after that, and a whole file stays", async () => {
    const file = new Blob(["Ten of ten plans were seen."]);
    const before = await namesIn("Trust");
    await storeOf("nurse").discard(await leftBy(file, "Given up.txt"));
    expect(await namesIn("Trust")).toEqual(before);
    await storeOf("nurse").discard(await leftBy(file, "Kept.txt", { whole: true }));
    expect(new Set(await namesIn("Trust"))).toEqual(new Set([...before, "Kept.txt"]));
  });

  it("is no other file of that name: what somebody else put there stays as it is", async () => {
    const name = "Minutes of May.txt";
    const path = `/sites/plan/Evidence/Trust/${name}`;
    const begun = { path, id: crypto.randomUUID(), isOwn: false };
    const other = new Blob(["ours"]);
    await storeOf("nurse").upload(await evidence({ file: other, name }), quietly());
    const kept = await storeOf("nurse").upload(
      await evidence({ file: new Blob(["mine"]), name, begun }),
      quietly(),
    );
    expect(kept).toMatchObject({ name: "Minutes of May 2.txt", bytes: 4 });
  });

  it("goes through a busy SharePoint, and stands there once when it is tried again after a failure", async () => {
    const store = storeOf("nurse");
    const wanted = await evidence({ name: "Tried again.txt" });
    const busy = { kind: "throttle", path: "startUpload", retryAfter: 1, times: 1 };
    await makeTrouble(site.origin, { faults: [busy] });
    await store.upload(wanted, quietly());
    expect(await namesIn("Trust")).toContain("Tried again.txt");

    const next = await evidence({ name: "Described late.txt" });
    const refused = { kind: "throttle", status: 503, path: "validateUpdate", retryAfter: 60 };
    await makeTrouble(site.origin, { faults: [refused] });
    let begun: UploadBegun | undefined;
    const on = { ...quietly(), began: (at: UploadBegun) => void (begun = at) };
    await expect(store.upload(next, on)).rejects.toMatchObject({ code: "unavailable" });
    await makeTrouble(site.origin, {});
    // As long as SharePoint asked to wait, nothing more is sent.
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 120_000 });
    onTestFinished(() => void vi.useRealTimers());
    expect(await store.upload({ ...next, begun }, quietly())).toMatchObject({
      name: "Described late.txt",
    });
    expect((await namesIn("Trust")).filter((name) => name.startsWith("Described"))).toHaveLength(1);
  });
});
