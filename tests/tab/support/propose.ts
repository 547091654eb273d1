import type { Frame } from "playwright-core";

/** Fills in the form of a rating, Amber where nothing is said, and presses Save. */
export async function propose(tab: Frame, note: string, rating = /^Amber/): Promise<void> {
  await tab.getByRole("radio", { name: rating }).check();
  await tab.getByLabel("What happened").fill(note);
  await tab.getByRole("button", { name: "Save" }).click();
}
