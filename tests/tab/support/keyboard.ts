import type { Frame, Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** Finds a thing as a screen reader does, by its role and name. */
export const inTab =
  (tab: Frame) =>
  (role: Parameters<Frame["getByRole"]>[0], name: string | RegExp): Locator =>
    tab.getByRole(role, { name });

/** Presses Tab, or what leads the other way, until that thing has the focus. */
export async function tabTo(
  page: Page,
  wanted: Locator,
  key: "Tab" | "Shift+Tab" = "Tab",
): Promise<void> {
  for (let times = 0; times < 60; times++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never leads to ${String(wanted)}.`);
}

/** Chooses among radio buttons with the arrow keys. */
export async function arrowTo(page: Page, first: Locator, wanted: Locator): Promise<void> {
  await tabTo(page, first);
  await page.keyboard.press("Space");
  for (let times = 0; times < 10 && !(await wanted.isChecked()); times++)
    await page.keyboard.press("ArrowDown");
  expect(await wanted.isChecked()).toBe(true);
}
