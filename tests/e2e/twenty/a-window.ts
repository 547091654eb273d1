import { setTimeout as pause } from "node:timers/promises";
import type { Frame, Locator } from "playwright-core";
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
  /** Sits in a train that goes through tunnels. */
  readonly tunnels?: boolean;
}

/** Milliseconds. */
const outside = 7000;
const inTunnel = 4000;

export async function aScreen(
  teams: ATeams,
  { person, name, actionId, tunnels = false }: ScreenOptions,
): Promise<Screen> {
  const place = actionId === undefined ? undefined : `action/${actionId}`;
  const window = await teams.open({ person, ...(place ? { place } : {}) });
  const notes: string[] = [];
  const tries = { again: 0 };
  return {
    notes,
    tries,
    async work(until) {
      const journey = tunnels ? throughTunnels(window, until) : undefined;
      if (place === undefined) return;
      while (Date.now() < until) {
        const note = `${name} says ${notes.length + 1}.`;
        await rate(window, note, () => (tries.again += 1));
        notes.push(note);
      }
      await journey;
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

async function throughTunnels({ page }: TeamsWindow, until: number): Promise<void> {
  while (Date.now() < until) {
    await pause(outside);
    await page.context().setOffline(true);
    await pause(inTunnel);
    await page.context().setOffline(false);
  }
}

/** One rating from the form, pressed again as often as it says that it is not saved. */
async function rate({ tab }: TeamsWindow, note: string, onAgain: () => void): Promise<void> {
  await tab.getByRole("radio", { name: /^Amber/ }).check();
  await tab.getByLabel("What happened").fill(note);
  await tab.getByRole("button", { name: "Save", exact: true }).click();
  const saved = tab.locator("[data-line]").filter({ hasText: note });
  const again = tab.getByRole("alert").getByRole("button", { name: /^(?:Try again|Sign in)$/ });
  while ((await firstOf(saved, again)) === "again") {
    onAgain();
    await pressAgain(tab, again.first());
  }
}

/** What is pressed may be gone already, because it is saved by itself. */
async function pressAgain(tab: Frame, again: Locator): Promise<void> {
  const label = await again.textContent({ timeout: 1000 }).catch(() => "");
  await again.click({ timeout: 1000 }).catch(() => undefined);
  if (label !== "Sign in") return;
  await tab
    .getByText(/^You are signed in\. Press Save again\./)
    .first()
    .waitFor();
  await tab.getByRole("button", { name: "Save", exact: true }).click();
}

async function firstOf(saved: Locator, again: Locator): Promise<"saved" | "again"> {
  const patience = { timeout: 150_000 };
  return Promise.any([
    saved
      .first()
      .waitFor(patience)
      .then(() => "saved" as const),
    again
      .first()
      .waitFor(patience)
      .then(() => "again" as const),
  ]);
}
