import type { Frame } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { aTeams, type ATeams } from "./support/a-teams.ts";

let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams();
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

const save = (tab: Frame) => tab.getByRole("button", { name: "Save" });
const happened = (tab: Frame) => tab.getByRole("textbox", { name: "What happened" });
const heard = (tab: Frame, words: string) =>
  tab.getByRole("status").getByText(words).waitFor({ state: "attached" });

/** What has the keyboard, with the words that describe it or the group it stands in. */
const here = (tab: Frame) =>
  tab.evaluate(() => {
    const { activeElement: one } = document;
    const described = one?.closest("[role=radiogroup]") ?? one;
    const ids = described?.getAttribute("aria-describedby")?.split(" ") ?? [];
    const words = ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
    return `${one?.tagName ?? ""} ${words}`;
  });

describe("what is missing in a form", () => {
  it("is read with the field that Save brings the reader to, and not by itself as well", async () => {
    const { page, tab, close } = await teams.open({ person: "lead-a", place: "action/3" });
    await save(tab).press("Enter");
    await heard(tab, "2 things have to be looked at again.");
    await expect.poll(() => here(tab)).toBe("INPUT Choose a rating.");
    expect(await tab.getByRole("alert").count()).toBe(0);

    // Whoever puts it right stays there, and goes on choosing.
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(await tab.getByRole("radio", { name: /^Amber/ }).isChecked()).toBe(true);
    await save(tab).press("Enter");
    await expect.poll(() => here(tab)).toBe("TEXTAREA Say in a sentence what has happened.");
    expect(await tab.getByRole("alert").count()).toBe(0);
    await close();
  });

  it("is the field's own where it comes while somebody types, and said where the keyboard is there already", async () => {
    const { tab, close } = await teams.open({ person: "lead-a", place: "action/3" });
    await happened(tab).fill("Seen with 943 476 5919.");
    expect(await here(tab)).toMatch(/^TEXTAREA There is an NHS number in what you say, at word 3/);
    expect(await happened(tab).getAttribute("aria-invalid")).toBe("true");
    await happened(tab).fill("The girl was born on 3 April 2009.");
    expect(await here(tab)).toMatch(/date of birth/);
    expect(await tab.getByRole("alert").count()).toBe(0);
    await happened(tab).fill("");
    await tab.getByRole("button", { name: "Link", exact: true }).press("Enter");
    const link = tab.getByRole("textbox", { name: "Link to evidence" });
    await expect.poll(() => link.evaluate((one) => one === document.activeElement)).toBe(true);
    await tab.getByRole("radio", { name: /^Amber/ }).check();
    await happened(tab).fill("Ten plans were read.");
    await tab.getByRole("radio", { name: "Impact" }).check();
    await link.press("Enter");
    await heard(tab, "A link starts with https:// and has no spaces.");
    await close();
  });
});

describe("whoever types on while it is saved", () => {
  it("is not taken away from what they write", async () => {
    const { page, tab, close } = await teams.open({ person: "lead-b", place: "action/4" });
    await tab.getByRole("radio", { name: /^Amber/ }).check();
    await happened(tab).fill("The first half.");
    const held = Promise.withResolvers<void>();
    await page.route(/\/AddValidateUpdateItemUsingPath/, async (route) => {
      await held.promise;
      return route.continue();
    });
    await save(tab).click();
    await tab.getByRole("button", { name: "Saving…" }).waitFor();
    await happened(tab).fill("");
    await happened(tab).pressSequentially("The second");
    held.resolve();
    await tab.locator("[data-line]").filter({ hasText: "The first half." }).waitFor();
    await page.keyboard.type(" half.");
    expect(await happened(tab).inputValue()).toBe("The second half.");
    await close();
  });
});

describe("a thread that cannot be opened", () => {
  it("says why once, beside the button and to who hears it, and takes no word and no place from anybody", async () => {
    const { page, tab, close } = await teams.open({ person: "lead-a", place: "action/3" });
    await happened(tab).fill("Half of the plans were read.");
    const discuss = tab.getByRole("button", { name: "Discuss" });
    const answers = {
      "A web page answered in place of the app’s server": { contentType: "text/html", body: "<p>" },
      "You may not write in this channel": {
        status: 403,
        json: { error: { message: "You may not write in this channel." } },
      },
      "answered with an error (503)": { status: 503, body: "" },
    };
    for (const [why, answer] of Object.entries(answers)) {
      await page.route(/\/thread$/, (route) => route.fulfill(answer));
      await discuss.press("Enter");
      await tab.locator(".action-note").getByText(why).waitFor();
      await heard(tab, why);
      expect(await discuss.evaluate((one) => one === document.activeElement)).toBe(true);
      await page.unroute(/\/thread$/);
    }
    expect(await happened(tab).inputValue()).toBe("Half of the plans were read.");
    expect(await tab.getByRole("alert").count()).toBe(0);
    // What is no longer true is no longer said.
    await discuss.press("Enter");
    await page.getByRole("complementary", { name: "Conversation" }).waitFor();
    await tab.locator(".action-note").waitFor({ state: "detached" });
    await close();
  });
});

describe("a question that SharePoint refuses", () => {
  it("is left by Back and found again, in its own words", async () => {
    const { page, tab, close } = await teams.open({ person: "chair", place: "action/3" });
    const ask = tab.getByRole("button", { name: "Put this question" }).first();
    const words = tab.getByRole("textbox", { name: "Question" });
    await ask.press("Enter");
    await words.fill("Which ward sends none?");
    await page.route(/\/AddValidateUpdateItemUsingPath/, (route) =>
      route.request().method() === "OPTIONS"
        ? route.continue()
        : route.fulfill({ status: 403, json: {}, headers: { "access-control-allow-origin": "*" } }),
    );
    await tab.getByRole("button", { name: "Put the question" }).press("Enter");
    await tab.getByRole("alert").getByText("You have no permission to").waitFor();
    await tab.getByRole("button", { name: "Back" }).press("Enter");
    await expect.poll(() => tab.evaluate(() => document.activeElement?.tagName)).toBe("H2");
    await ask.press("Enter");
    expect(await words.inputValue()).toBe("Which ward sends none?");
    await page.unroute(/\/AddValidateUpdateItemUsingPath/);
    await tab.getByRole("button", { name: "Put the question" }).press("Enter");
    await tab.locator("[data-line]").filter({ hasText: "Which ward sends none?" }).waitFor();
    await close();
  });
});
