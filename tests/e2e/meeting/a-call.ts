import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Frame, Page } from "playwright-core";
import { z } from "zod";
import { type ATeams, aTeams } from "#tests/tab/support/a-teams.ts";

/** One person in the call: a browser context of their own, with the stage and the side panel of the app. */
export interface Participant {
  readonly page: Page;
  readonly stage: Frame;
  readonly panel: Frame;
  /** Resolves with the milliseconds until their stage shows that recommendation. */
  readonly arrives: (ref: string) => Promise<number>;
}

export interface ACall {
  readonly teams: ATeams;
  join(person: string): Promise<Participant>;
  /** Items of a list as a person sees them over REST. */
  items(person: string, list: string, query: string): Promise<readonly Item[]>;
  /** The words of a Word file on the site, as that person may read it. */
  wordsOf(person: string, url: string): Promise<string>;
  close(): Promise<void>;
}

const item = z.record(z.string(), z.unknown());
type Item = z.infer<typeof item>;

/** The product with its sample plan, as it starts. */
export async function aCall(): Promise<ACall> {
  const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-call-"));
  const teams = await aTeams({ dataFolder });

  async function ask(person: string, path: string): Promise<Response> {
    const token = await teams.sharePointToken(person);
    const answer = await fetch(`${teams.sharePoint}/sites/plan/_api/web/${path}`, {
      headers: { authorization: `Bearer ${token}`, accept: "application/json;odata=nometadata" },
    });
    if (!answer.ok) throw new Error(`SharePoint answered ${answer.status}: ${await answer.text()}`);
    return answer;
  }
  return {
    teams,
    async join(person) {
      const { page, close } = await teams.open({ person, width: 1600, height: 900 });
      void close;
      await page.goto(`${teams.address}/as/${person}/meeting`);
      const [stage, panel] = await Promise.all([frameIn(page, "stage"), frameIn(page, "panel")]);
      return { page, stage, panel, arrives: (ref) => arrivalAt(stage, ref) };
    },
    async items(person, list, query) {
      const answer = await ask(person, `lists/getByTitle('${list}')/items?${query}`);
      return z.object({ value: z.array(item) }).parse(await answer.json()).value;
    },
    async wordsOf(person, url) {
      const path = decodeURIComponent(new URL(url).pathname).replaceAll("'", "''");
      const file = await ask(person, `getFileByServerRelativePath(decodedUrl='${path}')/$value`);
      return wordsIn(new Uint8Array(await file.arrayBuffer()));
    },
    async close() {
      await teams.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function frameIn(page: Page, name: string): Promise<Frame> {
  const frame = await (await page.waitForSelector(`iframe[name=${name}]`)).contentFrame();
  if (!frame) throw new Error(`The call has no ${name}.`);
  await frame.locator("h1").waitFor({ state: "attached" });
  return frame;
}

async function arrivalAt(stage: Frame, ref: string): Promise<number> {
  const begun = performance.now();
  await stage.locator(".meet-ref-number", { hasText: new RegExp(`^${ref}$`) }).waitFor();
  return performance.now() - begun;
}

function wordsIn(docx: Uint8Array): string {
  const document = unzipSync(docx)["word/document.xml"];
  if (!document) throw new Error("This is no Word document.");
  return new TextDecoder()
    .decode(document)
    .replaceAll("</w:p>", "\n")
    .replaceAll("</w:tc>", "\t")
    .replaceAll(/<[^>]+>/g, "");
}
