import type { Locator } from "playwright-core";
import type { ATeams, TeamsWindow } from "#tests/tab/support/a-teams.ts";

/** Somebody at a screen, with the plan open. */
export interface Screen {
  readonly notes: readonly string[];
  /** Presses that were needed beyond the first. */
  readonly tries: { again: number };
  /** Rates the action again and again, where it has one to rate; else only looks on. */
  work(until: number): Promise<void>;
  /** What the rows of actions that are in sight say to a screen reader, by their keys: `action/1`. */
  rows(): Promise<ReadonlyMap<string, string>>;
  close(): Promise<void>;
}

interface ScreenOptions {
  readonly person: string;
  readonly name: string;
  /** The action that this person rates; undefined for somebody who only reads. */
  readonly actionId?: number | undefined;
}

export async function aScreen(
  teams: ATeams,
  { person, name, actionId }: ScreenOptions,
): Promise<Screen> {
  const place = actionId === undefined ? undefined : `action/${actionId}`;
  const window = await teams.open({ person, ...(place ? { place } : {}) });
  const notes: string[] = [];
  const tries = { again: 0 };
  return {
    notes,
    tries,
    async work(until) {
      if (place === undefined) return;
      while (Date.now() < until) {
        const note = `${name} says ${notes.length + 1}.`;
        await rate(window, note, () => (tries.again += 1));
        notes.push(note);
      }
      await window.tab.getByRole("button", { name: "Close", exact: true }).click();
    },
    async rows() {
      const rows = window.tab.locator('tr[data-row^="action/"]');
      return new Map(
        await rows.evaluateAll((all) =>
          all.map((row): [string, string] => [
            row.getAttribute("data-row") ?? "",
            row.getAttribute("aria-label") ?? "",
          ]),
        ),
      );
    },
    close: window.close,
  };
}

/** One rating from the form, pressed again as often as it says that it is not saved. */
async function rate({ tab }: TeamsWindow, note: string, onAgain: () => void): Promise<void> {
  await tab.getByRole("radio", { name: /^Amber/ }).check();
  await tab.getByLabel("What happened").fill(note);
  await tab.getByRole("button", { name: "Save", exact: true }).click();
  const saved = tab.locator("[data-line]").filter({ hasText: note });
  const again = tab.getByRole("alert").getByRole("button", { name: "Try again" });
  while ((await firstOf(saved, again)) === "again") {
    onAgain();
    await again.click();
  }
}

async function firstOf(saved: Locator, again: Locator): Promise<"saved" | "again"> {
  return Promise.any([
    saved
      .first()
      .waitFor({ timeout: 60_000 })
      .then(() => "saved" as const),
    again
      .first()
      .waitFor({ timeout: 60_000 })
      .then(() => "again" as const),
  ]);
}
