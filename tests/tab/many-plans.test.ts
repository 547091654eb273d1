import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import * as z from "zod/mini";
import { aTeams, type ATeams, axeFindings } from "./support/a-teams.ts";
import { ownerWrites } from "./support/owner-writes.ts";

const schemes = z.object({ value: z.array(z.object({ Scheme: z.string() })) });

let teams: ATeams;
/** The plan in Mardle that lead A's agency has something to do in. */
let mardle: number;
beforeAll(async () => {
  teams = await aTeams();
  const { read, add } = await ownerWrites(teams);
  const Scheme = schemes.parse(await read("Plans")).value[0]?.Scheme;
  const places = ["Brèdon", "Carrow", "Mardle", "Ostley"];
  for (let at = 0; at < 40; at++) {
    const planId = await add("Plans", {
      Title: `Joint visit to ${places[at % 4] ?? ""} ${at}`,
      Regulator: at % 2 === 0 ? "Ofsted" : "CQC",
      Published: `20${10 + (at % 10)}-02-03`,
      Scheme,
    });
    if (at === 2) mardle = planId;
  }
  const recommendation = { Title: "7", PlanId: mardle, Position: 1, Text: "Answer the telephone." };
  const RecommendationId = await add("Recommendations", recommendation);
  await add("Actions", {
    Title: "Telephone",
    PlanId: mardle,
    RecommendationId,
    Position: 1,
    Text: "Two people at the telephone.",
    Agencies: "QCMH",
  });
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

it("adding a tab finds one of many plans by place, regulator and year, with the keyboard, and keeps what was chosen", async () => {
  const { page, close } = await teams.open({ person: "lead-a" });
  await page.getByRole("button", { name: "Add a tab" }).click();
  const question = await (await page.waitForSelector("iframe[name=settings]")).contentFrame();
  if (!question) throw new Error("The dialog shows no page.");
  const search = question.getByRole("searchbox", { name: "Search the plans" });
  await question.getByRole("status").filter({ hasText: "41 plans" }).waitFor();
  await search.fill("bredon ofsted");
  await question.getByRole("status").filter({ hasText: "10 of 41 plans" }).waitFor();
  await question.getByText("Chosen: “Joint visit to Ostley 39”").waitFor();
  await search.fill("2012 mardle");
  await question.getByRole("status").filter({ hasText: "2 of 41 plans" }).waitFor();
  expect(await axeFindings(question)).toEqual([]);
  const radio = question.getByRole("radio", { name: "Joint visit to Mardle 2 Ofsted" });
  await radio.press("Space");
  expect(await radio.isChecked()).toBe(true);
  await search.fill("no such place");
  await question.getByText("No plan has these words.").waitFor();
  await search.fill("");
  expect(await radio.isChecked()).toBe(true);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const shown = page.frameLocator("iframe[name=tab]");
  await shown.getByText("Two people at the telephone.").waitFor();
  await close();
});

it("Mine opens of many plans those alone that name the person’s agency, and searches the list of all", async () => {
  const page = await teams.openAlone(`${teams.address}/as/lead-a/chat`);
  const asked: string[] = [];
  page.on("request", (request) => {
    if (/_api\//.test(request.url()) && request.method() !== "OPTIONS") asked.push(request.url());
  });
  await page.getByRole("link", { name: "Mine" }).click();
  const tab = await (await page.waitForSelector("iframe")).contentFrame();
  if (!tab) throw new Error("The personal app shows no page.");
  const plans = tab.getByRole("region", { name: "Plans" });
  await tab.getByText("Two people at the telephone.").waitFor();
  await tab.getByRole("region", { name: "Due in the next 30 days" }).waitFor();
  // One that looks through all plans, and one that opens the sample and the one in Mardle.
  expect(asked).toHaveLength(2);
  expect(await plans.getByRole("button", { name: /Joint visit/ }).count()).toBe(40);
  await plans.getByRole("searchbox", { name: "Search the plans" }).fill("carrow 3");
  await plans.getByRole("status").filter({ hasText: "of 41 plans" }).waitFor();
  await plans.getByRole("button", { name: /Joint visit to Carrow 33/ }).waitFor();
  expect(await plans.getByRole("button", { name: /Mardle/ }).count()).toBe(0);
  expect(await axeFindings(tab)).toEqual([]);
  await page.context().close();
});

it("the way back leads from a plan to Mine and forward to the plan again", async () => {
  const page = await teams.openAlone(`${teams.address}/as/lead-a/chat`);
  await page.getByRole("link", { name: "Mine" }).click();
  const tab = await (await page.waitForSelector("iframe")).contentFrame();
  if (!tab) throw new Error("The personal app shows no page.");
  await tab.getByRole("button", { name: /Two people at the telephone/ }).click();
  await tab.getByRole("dialog").getByText("Two people at the telephone.").first().waitFor();
  await page.evaluate(() => window.history.back());
  await tab.getByRole("heading", { name: "Mine", level: 1 }).waitFor();
  expect(await tab.getByRole("dialog").count()).toBe(0);
  await page.evaluate(() => window.history.forward());
  await tab.getByRole("dialog").getByText("Two people at the telephone.").first().waitFor();
  await tab.getByRole("button", { name: "Close", exact: true }).click();
  await tab.getByRole("button", { name: "Mine", exact: true }).first().click();
  await tab.getByRole("heading", { name: "Mine", level: 1 }).waitFor();
  expect(new URL(tab.url()).searchParams.get("plan")).toBeNull();
  await page.context().close();
});
