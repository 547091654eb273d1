import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { chromium } from "playwright-core";
import { testFlags, ensureChromium } from "#tests/support/chromium.ts";
import { freePorts, start, type Started } from "#tests/support/a-start.ts";
import { beginWithSample } from "#tests/support/sample-site.ts";

let folder: string;
let running: Started[] = [];
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "action-plan-start-"))));
afterEach(async () => {
  for (const each of running) each.child.kill("SIGKILL");
  await Promise.all(running.map((each) => each.ended()));
  running = [];
  rmSync(folder, { recursive: true, force: true });
});

function started(words: readonly string[], environment: NodeJS.ProcessEnv = {}): Started {
  const process = start(words, environment);
  running.push(process);
  return process;
}

const answers = (address: string) =>
  fetch(address).then(
    () => true,
    () => false,
  );

describe("npm start", () => {
  it("prints one line when it is ready, and an interrupt ends all of it", async () => {
    const port = await freePorts();
    const product = started(["--port", String(port), "--data", folder]);
    expect(await product.ready()).toBe(`http://127.0.0.1:${port}`);
    expect(product.said()).toBe(`Ready: http://127.0.0.1:${port}\n`);
    const addresses = [port, port + 1, port + 2].map((each) => `http://127.0.0.1:${each}/`);
    expect(await Promise.all(addresses.map(answers))).toEqual([true, true, true]);
    product.child.kill("SIGINT");
    expect(await product.ended()).toBe(0);
    expect(await Promise.all(addresses.map(answers))).toEqual([false, false, false]);
  });

  it.each([0, 1, 2])("says in one sentence that port N+%i is taken", async (offset) => {
    const port = await freePorts();
    const other = createServer().listen(port + offset, "127.0.0.1");
    await once(other, "listening");
    const product = started(["--port", String(port), "--data", folder]);
    expect(await product.ended()).toBe(1);
    expect(product.said()).toBe(
      `Port ${port + offset} is taken: choose another with --port, or end what uses it.\n`,
    );
    other.close();
  });

  it("says in one sentence that the folder can't be written", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    const product = started(["--data", join(file, "in it")]);
    expect(await product.ended()).toBe(1);
    expect(product.said()).toMatch(
      /^The folder .* can't be written: choose another with --data\.\n$/,
    );
  });

  it("says in one sentence that another one uses the folder", async () => {
    beginWithSample(folder);
    const first = started(["--port", "0", "--data", folder]);
    await first.ready();
    const second = started(["--port", "0", "--data", folder]);
    expect(await second.ended()).toBe(1);
    expect(second.said().trim().split("\n")).toHaveLength(1);
  });

  it("shows a plan without looking for anything outside this machine", async () => {
    const noted = join(folder, "outside.txt");
    const guard = fileURLToPath(new URL("../support/no-outside.ts", import.meta.url));
    const environment = { NODE_OPTIONS: `--import ${guard}`, NO_OUTSIDE_FILE: noted };
    const product = started(["--port", "0", "--data", join(folder, "data")], environment);
    const address = await product.ready();
    const browser = await chromium.launch({
      executablePath: ensureChromium(),
      args: testFlags,
    });
    const page = await browser.newPage();
    const outside: string[] = [];
    page.on("request", (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (hostname !== "127.0.0.1" && protocol.startsWith("http")) outside.push(request.url());
    });
    await page.goto(`${address}/as/lead-a/tab`);
    await page
      .frameLocator("iframe")
      .getByText(/45 actions in 12 recommendations/)
      .waitFor();
    await page.goto(`${address}/as/lead-a/posts`);
    await page.getByRole("article").first().waitFor();
    await browser.close();
    expect(outside).toEqual([]);
    expect(existsSync(noted) ? readFileSync(noted, "utf8") : "").toBe("");
  });
});

describe("a process that is killed between Save and its answer", () => {
  it("has saved once, after the person was told to try again and did", async () => {
    beginWithSample(folder);
    const port = await freePorts();
    const words = ["--port", String(port), "--data", folder];
    const product = started(words);
    const address = await product.ready();
    const browser = await chromium.launch({
      executablePath: ensureChromium(),
      args: testFlags,
    });
    const page = await browser.newPage();
    await page.goto(`${address}/as/lead-b/tab?subPageId=action/2`);
    const tab = page.frameLocator("iframe");
    await tab.getByRole("radio", { name: /Amber/ }).check();
    await tab.getByLabel(/What happened/).fill("Said just before the lights went out.");

    let killed = false;
    await page.route(/AddValidateUpdateItemUsingPath/, async (route) => {
      if (killed || route.request().method() !== "POST") return route.continue();
      killed = true;
      await route.fetch();
      product.child.kill("SIGKILL");
      await product.ended();
      return route.abort("connectionreset");
    });
    await tab.getByRole("button", { name: "Save" }).click();
    await tab
      .getByText(/can't be reached|could not be reached/)
      .first()
      .waitFor({ timeout: 20_000 });
    expect(await tab.getByLabel(/What happened/).inputValue()).toBe(
      "Said just before the lights went out.",
    );

    const again = started(words);
    await again.ready();
    await tab
      .getByRole("button", { name: /Save|Try again/ })
      .first()
      .click();
    const record = tab.getByRole("region", { name: "Record" });
    await record.getByText("Said just before the lights went out.").waitFor({ timeout: 20_000 });
    await page.reload();
    await record.getByText("Said just before the lights went out.").waitFor({ timeout: 20_000 });
    expect(await record.getByText("Said just before the lights went out.").count()).toBe(1);
    await browser.close();
  });
});
