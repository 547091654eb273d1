import type { Frame } from "playwright-core";
import { axeFindings, type TeamsWindow } from "./a-teams.ts";
import { drawn, within } from "./drawn.ts";

/** Each view that reads the plan, in the state that shows most of it, and what tells that it is drawn. */
export const readingViews = [
  ["summary", ".found li"],
  ["changes?from=2026-01-01", ".changes-table"],
  ["changes?on=2026-06-01", ".standing-table"],
  ["challenges", ".challenges-list"],
  ["challenges?show=checks", ".challenges-list"],
  ["challenges?show=settings", ".challenges-list"],
  ["papers", ".papers-table"],
] as const;

/** Resolves when the tab knows its new width and has drawn itself for it. */
export async function resize(
  { page, tab }: Pick<TeamsWindow, "page" | "tab">,
  width: number,
  height = 900,
): Promise<void> {
  await page.setViewportSize({ width, height });
  await tab.waitForFunction((most) => window.innerWidth <= most, width);
  await within(10, "Drawing the tab", drawn(tab));
}

/** Pixels that the page has to be scrolled sideways. */
function sideways(frame: Frame): Promise<number> {
  return frame.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** What axe finds in a frame that has drawn itself, and whether it has to be scrolled sideways. */
export async function faultsIn(frame: Frame): Promise<string[]> {
  await within(10, "Drawing the page", drawn(frame));
  const wide = await sideways(frame);
  const findings = await axeFindings(frame);
  return wide > 0 ? [...findings, `scrolls ${wide} pixels sideways`] : findings;
}
