import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { aTeams, type ATeams } from "./support/a-teams.ts";
import { arrowTo, inTab, tabTo } from "./support/keyboard.ts";
import { ownerWrites } from "./support/owner-writes.ts";

let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams();
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

describe("the group", () => {
  it("agrees several actions at once, by keyboard", async () => {
    const { page, tab, close } = await teams.open({ person: "chair", place: "recommendation/3" });
    const named = inTab(tab);
    await tab.getByRole("tab", { name: "Question" }).waitFor();
    await tabTo(page, named("tab", "Question"));
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await tab.getByRole("heading", { name: "Agree several actions" }).waitFor();
    const boxes = tab.getByRole("group", { name: "Actions" }).getByRole("checkbox");
    const count = await boxes.count();
    expect(count).toBeGreaterThan(1);
    for (const box of await boxes.all()) {
      await tabTo(page, box);
      await page.keyboard.press("Space");
    }
    await tabTo(page, named("button", `Agree ${count}`));
    await page.keyboard.press("Enter");
    await tab.getByText("Saved.", { exact: true }).first().waitFor();
    await close();
  });

  it("decides about the whole of a recommendation, by keyboard, and says why it differs", async () => {
    const { page, tab, close } = await teams.open({ person: "chair", place: "recommendation/2" });
    const named = inTab(tab);
    await tab.getByRole("tab", { name: "Question" }).waitFor();
    await tabTo(page, named("tab", "Question"));
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await tab.getByRole("heading", { name: "Record a decision" }).waitFor();
    await arrowTo(page, named("radio", /^Blue/), named("radio", /^Red/));
    await tabTo(page, named("button", "Record"));
    await page.keyboard.press("Enter");
    const reason = named("textbox", "Reason");
    await expect.poll(() => reason.evaluate((each) => each === document.activeElement)).toBe(true);
    await tab.getByText("Say why the group agrees another rating").waitFor();
    await page.keyboard.type("Nobody has seen the pathway in use.");
    await tabTo(page, named("button", "Record"));
    await page.keyboard.press("Enter");
    await tab.getByText(/^Red agreed for the whole of it/).waitFor();
    await tab.getByRole("heading", { name: "What the group agreed" }).waitFor();
    expect(await tab.getByText("Nobody has seen the pathway in use.").count()).toBe(1);
    await close();
  });
});

describe("an agency that has no action under a recommendation", () => {
  it("answers a question about the whole of it", async () => {
    const { add } = await ownerWrites(teams);
    const id = await add("Recommendations", {
      Title: "9.9",
      PlanId: 1,
      Position: 99,
      Text: "Tell every school who its link nurse is.",
      Addressees: "MVHT",
    });
    const place = `recommendation/${id}`;
    const group = await teams.open({ person: "scrutiny", place });
    await group.tab.getByRole("textbox", { name: "Question" }).fill("Who is it at each school?");
    await group.tab.getByRole("button", { name: "Put the question" }).click();
    await group.tab.getByRole("region", { name: "Questions" }).getByText("Not answered").waitFor();

    const agency = await teams.open({ person: "lead-b", place });
    await tabTo(agency.page, agency.tab.getByRole("button", { name: "Answer" }));
    await agency.page.keyboard.press("Enter");
    await expect
      .poll(() => agency.tab.evaluate(() => document.activeElement?.textContent))
      .toBe("Answer the question");
    await agency.tab.getByRole("textbox", { name: "Answer" }).fill("The list went out today.");
    await agency.tab.getByRole("button", { name: "Save" }).press("Enter");
    const questions = agency.tab.getByRole("region", { name: "Questions" });
    await questions.getByText("The list went out today.").waitFor();
    await agency.close();
    await group.tab
      .getByRole("region", { name: "Questions" })
      .getByText("The list went out today.")
      .waitFor();
    await group.close();
  });
});
