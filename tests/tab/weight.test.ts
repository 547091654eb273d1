import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { builtTab } from "./support/built-tab.ts";

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
    expect(files.length).toBeGreaterThan(3);
    expect(sum).toBeLessThanOrEqual(budgetKiB);
  });

  it("names the screens, SharePoint and the sign-in, so that none waits for another", () => {
    for (const part of ["render", "connect", "connect-tokens"])
      expect(page).toMatch(new RegExp(`rel="modulepreload" href="/tab/assets/${part}-`));
  });

  it("leaves the drawer and the menu of plans for later", () => {
    expect(page).not.toMatch(/OpenDrawer|PlanMenu/);
  });

  it("has no inline script and no inline style, and the two slots that the server fills", () => {
    expect(page).not.toMatch(/\sstyle=|<style/);
    expect(page.match(/<script(?![^>]*src=)[^>]*>/g)).toEqual([
      '<script type="application/json" id="configuration">',
    ]);
    expect(page).toContain('<meta name="csp-nonce" content="" />');
  });
});
