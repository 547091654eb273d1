import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { builtTab } from "./support/built-tab.ts";

const sourceMap = z.object({ sources: z.array(z.string()) });
const budgetKiB = 250;
let page = "";
let folder = "";

beforeAll(async () => {
  folder = fileURLToPath(await builtTab());
  page = await readFile(`${folder}/index.html`, "utf8");
});

/** KiB after gzip of every script that the page names: its own and those it preloads, which is all before the first row. */
async function firstScreen(): Promise<{ file: string; kib: number }[]> {
  const files = [
    ...page.matchAll(/(?:src|rel="modulepreload" href)="\/tab\/(assets\/[^"]+\.js)"/g),
  ];
  return Promise.all(
    files.map(async ([, file = ""]) => ({
      file,
      kib: gzipSync(await readFile(`${folder}/${file}`), { level: 9 }).length / 1024,
    })),
  );
}

describe("the weight of the first screen", () => {
  it(`is at most ${budgetKiB} KiB of JavaScript, gzipped`, async () => {
    const files = await firstScreen();
    const sum = files.reduce((total, { kib }) => total + kib, 0);
    expect(files.map(({ file }) => file)).toEqual([
      expect.stringMatching(/\/index-/),
      expect.stringMatching(/\/screen-/),
    ]);
    expect(sum).toBeLessThanOrEqual(budgetKiB);
  });

  it("names the screen beside the script that asks for it, so that neither waits for the other", () => {
    expect(page).toMatch(/<script type="module"[^>]* src="\/tab\/assets\/index-/);
    expect(page).toMatch(/rel="modulepreload" href="\/tab\/assets\/screen-/);
  });

  it("has neither MSAL nor PnPjs nor a control of Fluent's in it: the rows wait for none of them", async () => {
    const named = await Promise.all(
      (await firstScreen()).map(({ file }) => readFile(`${folder}/${file}.map`, "utf8")),
    );
    const sources = named.flatMap((map) => sourceMap.parse(JSON.parse(map)).sources);
    expect(sources.some((source) => source.includes("/react-dom/"))).toBe(true);
    const heavy =
      /@azure\/msal|@pnp\/|react-(?:button|tabs|menu|input)\/lib\/components|\/tabster\//;
    expect(sources.filter((source) => heavy.test(source))).toEqual([]);
  });

  it("leaves the drawer and the menu of plans for later", () => {
    expect(page).not.toMatch(/OpenDrawer|PlanMenu/);
  });

  it("has its styles in itself, no inline script, and the three slots that the server fills", () => {
    expect(page).not.toMatch(/\sstyle=|rel="stylesheet"/);
    expect(page.match(/<style[^>]*>/g)).toEqual(['<style nonce="">']);
    expect(page.match(/<script(?![^>]*src=)[^>]*>/g)).toEqual([
      '<script type="application/json" id="configuration">',
    ]);
    expect(page).toContain('<meta name="csp-nonce" content="" />');
  });
});
