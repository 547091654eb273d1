import type { CDPSession, Frame, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { aTeams, type ATeams } from "./support/a-teams.ts";
import { drawn, within } from "./support/drawn.ts";

let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams();
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

/** An input method: letters that are put together before they stand, as for Japanese, accents, or on most phones. */
class InputMethod {
  readonly #chromium: CDPSession;
  readonly #tab: Frame;

  constructor(chromium: CDPSession, tab: Frame) {
    this.#chromium = chromium;
    this.#tab = tab;
  }

  /** What is being put together so far; the tab draws whatever it makes of that. */
  async compose(text: string): Promise<void> {
    const { length } = text;
    await this.#chromium.send("Input.imeSetComposition", {
      text,
      selectionStart: length,
      selectionEnd: length,
    });
    await within(10, "Drawing the tab", drawn(this.#tab));
  }

  /** A key that the input method itself answers: no letter comes of it. */
  async key(key: "Enter" | "Escape"): Promise<void> {
    const windowsVirtualKeyCode = key === "Enter" ? 13 : 27;
    for (const type of ["rawKeyDown", "keyUp"] as const)
      await this.#chromium.send("Input.dispatchKeyEvent", {
        type,
        key,
        code: key,
        windowsVirtualKeyCode,
      });
    await within(10, "Drawing the tab", drawn(this.#tab));
  }

  /** The letters stand. */
  async commit(text: string): Promise<void> {
    await this.#chromium.send("Input.insertText", { text });
    await within(10, "Drawing the tab", drawn(this.#tab));
  }
}

const inputMethod = async (page: Page, tab: Frame) =>
  new InputMethod(await page.context().newCDPSession(page), tab);

describe("with an input method", () => {
  it("the plan is searched, and no letter is lost", async () => {
    const { page, tab, close } = await teams.open({ person: "owner" });
    await tab.getByText("1.1", { exact: true }).first().waitFor();
    const search = tab.getByRole("searchbox", { name: "Search the plan" });
    await search.focus();
    const method = await inputMethod(page, tab);
    for (const so of ["t", "tr", "tra", "train"]) {
      await method.compose(so);
      expect(await search.inputValue()).toBe(so);
    }
    await method.commit("train");
    await page.keyboard.type("ing");
    expect(await search.inputValue()).toBe("training");
    await tab.getByText(/^\d+ of 45 shown/).waitFor();
    await close();
  });

  it("words with a draft keep every letter, and neither Enter nor Escape is for anything but the letters", async () => {
    const { page, tab, close } = await teams.open({ person: "lead-a", place: "action/1" });
    const words = tab.getByLabel("What happened");
    await words.fill("Ann ");
    await words.press("End");
    const method = await inputMethod(page, tab);
    for (const so of ["´", "é", "én"]) await method.compose(so);
    expect(await words.inputValue()).toBe("Ann én");
    await method.key("Escape");
    expect(await tab.getByRole("dialog").count()).toBe(1);
    await method.key("Enter");
    expect(await tab.getByText("Choose a rating.").count()).toBe(0);
    await method.commit("én");
    expect(await words.inputValue()).toBe("Ann én");
    await page.keyboard.press("Escape");
    await tab.getByRole("dialog").waitFor({ state: "detached" });
    await close();
  });

  it("a field of one line is not sent off by the Enter that ends a word", async () => {
    const { page, tab, close } = await teams.open({ person: "lead-a", place: "action/1" });
    await tab.getByRole("button", { name: "Link", exact: true }).click();
    const link = tab.getByRole("textbox", { name: "Link to evidence" });
    await link.focus();
    const method = await inputMethod(page, tab);
    await method.compose("ほn");
    await method.key("Enter");
    await method.commit("本");
    expect(await link.inputValue()).toBe("本");
    expect(await tab.getByText("Choose a rating.").count()).toBe(0);
    await page.keyboard.press("Enter");
    await tab.getByText("Choose a rating.").waitFor();
    await close();
  });
});
