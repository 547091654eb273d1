import type { Frame, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { aTeams, type ATeams, axeFindings } from "./support/a-teams.ts";

let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams();
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

const file = (name: string, bytes: number) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.alloc(bytes, 1),
});

const save = (tab: Frame) => tab.getByRole("button", { name: "Save" });
const files = (tab: Frame) => tab.getByLabel("Files of evidence");
const heard = (tab: Frame, words: string | RegExp) =>
  tab.getByRole("status").getByText(words).waitFor({ state: "attached" });
const line = (tab: Frame, words: string) => tab.locator("[data-line]").filter({ hasText: words });

async function write(tab: Frame, words: string): Promise<void> {
  await tab.getByRole("radio", { name: /^Green/ }).check();
  await tab.getByLabel("What happened").fill(words);
}

const broken = [/continueUpload/, /cancelUpload/];

/** Saves with a film whose sending breaks off half-way, and cannot be taken back just then. */
async function breakOff(page: Page, tab: Frame, name: string): Promise<void> {
  await write(tab, `Filmed as ${name}.`);
  await files(tab).setInputFiles(file(name, 5_000_000));
  await tab.getByRole("radio", { name: "Impact" }).check();
  for (const way of broken) await page.route(way, (route) => route.abort("connectionreset"));
  await save(tab).click();
  await tab.getByText("Not saved yet").waitFor();
  for (const way of broken) await page.unroute(way);
}

/** The tab of a page after the reader loads it again. */
async function reload(page: Page): Promise<Frame> {
  await page.reload();
  const tab = await (await page.waitForSelector("iframe")).contentFrame();
  if (!tab) throw new Error("The page shows no tab.");
  return tab;
}

describe("a file whose sending broke off", () => {
  it("is chosen again after a reload, and stands there once, under its own name", async () => {
    const { page, tab, close } = await teams.open({ person: "lead-a", place: "action/4" });
    await breakOff(page, tab, "Wards.mp4");
    const again = await reload(page);
    await again.getByText(/loaded again before this file was sent/).waitFor();
    await save(again).click();
    // What is to be pressed has the keyboard, and is read with the reason.
    const choose = again.getByRole("button", { name: "Choose it again" });
    await expect.poll(() => choose.evaluate((one) => one === document.activeElement)).toBe(true);
    await again.getByLabel("Choose it again").last().setInputFiles(file("Wards.mp4", 5_000_000));
    await choose.waitFor({ state: "detached" });
    expect(await again.getByRole("radio", { name: "Impact" }).isChecked()).toBe(true);
    await save(again).click();
    const link = line(again, "Filmed as Wards.mp4.").getByRole("link");
    await link.waitFor();
    expect(await link.getAttribute("href")).toMatch(/\/Wards\.mp4$/);
    await close();
  });

  it("leaves nothing in the library where it is taken out of the form", async () => {
    const { page, tab, close } = await teams.open({ person: "lead-a", place: "action/4" });
    await breakOff(page, tab, "Given up.mp4");
    const taken = page.waitForResponse(/cancelUpload/);
    await tab.getByRole("button", { name: "Take out Given up.mp4" }).click();
    expect((await taken).ok()).toBe(true);
    await close();
  });
});

describe("files that are chosen", () => {
  it("are counted aloud, each once, and what is wrong with one is said at once", async () => {
    const { tab, close } = await teams.open({ person: "lead-b", place: "action/1" });
    await write(tab, "Thirty audits.");
    const many = Array.from({ length: 30 }, (_, index) => file(`Audit ${index + 1}.txt`, 20));
    await files(tab).setInputFiles(many);
    await heard(tab, "30 files added: say what each shows.");
    await files(tab).setInputFiles([file("Nothing.txt", 0), file("Audit of 943 476 5919.txt", 20)]);
    const wrong = tab.locator(".evidence-problem");
    expect(await wrong.allTextContents()).toEqual([
      "The file “Nothing.txt” is empty. Choose another one.",
      expect.stringMatching(/NHS number in the name of the evidence/),
    ]);
    expect(await axeFindings(tab)).toEqual([]);
    for (const name of ["Nothing.txt", "Audit of 943 476 5919.txt"])
      await tab.getByRole("button", { name: `Take out ${name}` }).click();
    for (const shows of await tab.getByRole("radio", { name: "Activity" }).all())
      await shows.check();
    await save(tab).click();
    await heard(tab, "Sending 30 files.");
    await tab.getByText(/^Sending Audit \d+\.txt, file \d+ of 30\.$/).waitFor();
    await line(tab, "Thirty audits.").waitFor();
    expect(await line(tab, "Thirty audits.").getByRole("link").count()).toBe(30);
    await close();
  });
});

describe("what SharePoint does not take", () => {
  it("is said in words, and stays in the form", async () => {
    const { page, tab, close } = await teams.open({ person: "lead-b", place: "action/4" });
    await write(tab, "Refused.");
    await files(tab).setInputFiles(file("Audit.txt", 20));
    await tab.getByRole("radio", { name: "Impact" }).check();
    let refusal = { status: 0, message: "" };
    await page.route(/startUpload/, (route) =>
      route.request().method() === "OPTIONS"
        ? route.continue()
        : route.fulfill({
            status: refusal.status,
            json: { "odata.error": { code: "-1", message: { value: refusal.message } } },
            headers: { "access-control-allow-origin": "*" },
          }),
    );
    for (const [status, message, words] of [
      [423, "The file is locked for shared use by somebody", /“Audit\.txt” is locked just now/],
      [507, "Insufficient Storage", /The site has no room left for “Audit\.txt”/],
      [500, "This site has exceeded its maximum file storage limit.", /has no room left for/],
      [413, "Request Entity Too Large", /“Audit\.txt” is larger than this site takes/],
      [400, "The file contains a virus.", /SharePoint found a virus in “Audit\.txt”/],
      [400, "It has been blocked by the administrator.", /takes no files of the kind of/],
    ] as const) {
      refusal = { status, message };
      await save(tab).click();
      await tab.getByRole("alert").getByText(words).waitFor();
    }
    expect(await tab.getByLabel("What happened").inputValue()).toBe("Refused.");
    await tab.getByRole("button", { name: "Take out Audit.txt" }).waitFor();
    await close();
  });
});
