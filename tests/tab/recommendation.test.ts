import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { aTeams, type ATeams } from "./support/a-teams.ts";
import { inTab, tabTo } from "./support/keyboard.ts";

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
});
