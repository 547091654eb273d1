import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { actionPlan } from "./a-command.ts";
import { type FreshProduct, freshProduct } from "./a-fresh-product.ts";

let folder: string;
let product: FreshProduct;
beforeAll(async () => {
  product = await freshProduct("service");
  ({ folder } = product);
});
afterAll(() => product.close());

it("is found in order by the doctor, which looks at every step", async () => {
  const { out } = await actionPlan(folder, "doctor");
  expect(out).toMatch(/Nothing is wrong\.\n$/);
  expect(out).toContain("fine         The app gets a token for SharePoint");
  expect(out).toContain("fine         The bot refuses whoever is not the Bot Framework");
  expect(out).toContain("fine         Teams lets the app write in the plan's channel");
  expect(out).toContain("not checked  Somebody who may only add can add an update");
});

it.each([
  ["TENANT_ID", "wrong", "The tenant's sign-in keys can be read", "Check TENANT_ID"],
  ["SHAREPOINT_SITE_URL", "/sites/none", "The site can be reached as the app", "SHAREPOINT_SITE"],
  ["BOT_SERVICE_URL", "http://127.0.0.1:9/", "Teams lets the app write", "Add the app to the team"],
  ["BOT_OPENID_METADATA_URL", "/sign-in/none", "The Bot Framework's keys", "Check"],
  ["BASE_URL", "http://127.0.0.1:9", "The server answers", "Is the server running"],
  ["TAB_CLIENT_ID", "7a4d2c10-0000-4000-8000-0000000000b1", "Tab and bot are two", "Register"],
])(
  "where %s is %s, the doctor says what is wrong and what to do",
  async (name, to, claim, todo) => {
    const broken = mkdtempSync(join(tmpdir(), "action-plan-broken-"));
    onTestFinished(() => rmSync(broken, { recursive: true, force: true }));
    cpSync(join(folder, "settings.env"), join(broken, "settings.env"));
    const { [name]: now = "" } = parseEnv(readFileSync(join(folder, "settings.env"), "utf8"));
    const value = to.startsWith("/") ? `${new URL(now).origin}${to}` : to;
    // What stands last counts.
    appendFileSync(join(broken, "settings.env"), `${name}=${value}\n`);
    const { message } = await actionPlan(broken, "doctor").then(
      () => new Error("It found nothing."),
      (cause: unknown) => (cause instanceof Error ? cause : new Error(String(cause))),
    );
    expect(message).toMatch(new RegExp(`^WRONG {8}${claim}.*\\n {13}To do: .*${todo}`, "m"));
    expect(message).toMatch(name === "BASE_URL" ? /3 of \d+ are wrong/ : /1 of \d+ is wrong/);
  },
);

it("reminds everybody once a week, in their own chat, however often it is told to", async () => {
  const monday = ["--date", "2026-11-23"];
  const dry = await actionPlan(folder, "remind", ...monday, "--dry-run");
  expect(dry.out).toMatch(/lead-a@marlshire\.example: would be sent; \d+ overdue/);
  expect(dry.out).toContain("0 reminders sent.");
  const first = await actionPlan(folder, "remind", ...monday);
  expect(first.out).toMatch(/lead-a@marlshire\.example: sent;/);
  const again = await actionPlan(folder, "remind", ...monday);
  expect(again.out).toMatch(/lead-a@marlshire\.example: had it this week;/);
  expect(again.out).toContain("0 reminders sent.");
  const later = await actionPlan(folder, "remind", "--date", "2026-11-30");
  expect(later.out).toMatch(/lead-a@marlshire\.example: sent;/);
});
