import { setTimeout as pause } from "node:timers/promises";
import type { Locator, Page } from "playwright-core";

/** For `prepare`: the page's clock can then be put on. */
export const clocked = (page: Page) => page.clock.install();

/** Seconds that nobody has to sit through are put on until that is there: the pause before the tab looks again, or tries again. */
export async function hurried(page: Page, wanted: Locator): Promise<void> {
  for (let put = 0; put < 20 && !(await wanted.first().isVisible()); put++) {
    await page.clock.fastForward(2000);
    await pause(100);
  }
  await wanted.first().waitFor();
}

/** The same, until that is gone. */
export async function hurriedAway(page: Page, unwanted: Locator): Promise<void> {
  for (let put = 0; put < 20 && (await unwanted.first().isVisible()); put++) {
    await page.clock.fastForward(2000);
    await pause(100);
  }
  await unwanted.first().waitFor({ state: "detached" });
}
