import { createServer } from "node:http";
import { testFlags, ensureChromium } from "#tests/support/chromium.ts";
import { aboutPages } from "#server/about-pages.ts";
import axe from "axe-core";
import express from "express";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";

let browser: Browser;
const server = createServer(express().use(aboutPages()));
let origin = "";
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: ensureChromium(), args: testFlags });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  origin = `http://127.0.0.1:${address.port}`;
});
afterAll(async () => {
  await browser.close();
  server.close();
});

it.each(["light", "dark"] as const)(
  "privacy and terms can be read by everybody in %s colours, and lead to each other",
  async (colorScheme) => {
    const page = await browser.newPage({ colorScheme, viewport: { width: 320, height: 700 } });
    await page.goto(`${origin}/privacy`);
    for (const [title, other] of [
      ["Privacy", "Terms of use"],
      ["Terms of use", "Privacy"],
    ] as const) {
      await page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => window.axe.run());
      expect(violations.map(({ id }) => id)).toEqual([]);
      await page.getByRole("link", { name: other, exact: true }).click();
    }
    await page.close();
  },
);

it("lets nothing run in these pages, and nobody frame them", async () => {
  for (const path of ["privacy", "terms"]) {
    const answer = await fetch(`${origin}/${path}`);
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("script-src");
    expect(await answer.text()).not.toMatch(/<script|\sstyle=|<style/);
  }
});
