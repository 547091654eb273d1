import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { actionPlan } from "./a-command.ts";
import { freePorts, start, type Started } from "./a-start.ts";

let folder: string;
let product: Started;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "action-plan-service-"));
  product = start(["--port", String(await freePorts()), "--data", folder]);
  await product.ready();
});
afterAll(async () => {
  product.child.kill("SIGINT");
  await product.ended();
  rmSync(folder, { recursive: true, force: true });
});

it("is found in order by the doctor, which looks at every step", async () => {
  const { out } = await actionPlan(folder, "doctor");
  expect(out).toMatch(/Nothing is wrong\.\n$/);
  expect(out).toContain("fine         The app gets a token for SharePoint");
  expect(out).toContain("fine         The bot refuses whoever is not the Bot Framework");
  expect(out).toContain("not checked  Somebody who may only add can add an update");
});

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
