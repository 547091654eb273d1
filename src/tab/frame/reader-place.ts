import { startTransition, useEffect, useState } from "react";
import * as v from "valibot";
import { type Address, addressOf, writeAddress } from "#tab/teams/address.ts";

/** Milliseconds: browsers refuse an address that is written with every key. */
const calmMs = 250;

/** Told of the new address; calmly where it may change again with the next key, so that typing comes first. */
type Listener = (address: Address, calmly: boolean) => void;

/** How a step stands in the browser's history. */
type Step =
  /** The way back leads to where the reader was before. */
  | "opens"
  /** The same place in history: with other words, or in the same drawer. */
  | "changes"
  /** What was opened is closed by itself, and leaves a place in history that the next one takes. */
  | "closes";

/**
 * Where the reader is. It stands in the page's own address too, so that a reload comes back to it, and in the browser's
 * history: the way back, of a browser and of Teams on a computer, leads out of what was opened last.
 */
export class ReaderPlace {
  readonly #subPageId: string | undefined;
  readonly #listeners = new Set<Listener>();
  readonly #queries = new Map<string, string>();
  #current: Address;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the present place in history was made by something that was opened, and whether that is closed again. */
  #made = madeIn(window.history.state);

  constructor(subPageId: string | undefined) {
    this.#subPageId = subPageId;
    this.#current = addressOf(window.location.hash, subPageId);
  }

  readonly current = (): Address => this.#current;

  /** Calls the listener when the reader goes elsewhere; the answer ends that. */
  readonly subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    window.addEventListener("hashchange", this.#follow);
    window.addEventListener("popstate", this.#pass);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      window.removeEventListener("hashchange", this.#follow);
      window.removeEventListener("popstate", this.#pass);
    };
  };

  /** Opens a place in the drawer over the present view; undefined closes it. */
  readonly go = (place: string | undefined): void => {
    const opens = this.#current.place === undefined ? "opens" : "changes";
    this.#become({ ...this.#current, place }, place === undefined ? "closes" : opens);
  };

  /** Another view: with these words of its own, else with those that it had last. */
  readonly show = (view: string, query = this.#queries.get(view) ?? ""): void =>
    this.#become({ view, query }, view === this.#current.view ? "changes" : "opens");

  /** Back to the plan, as a phone's button goes: no step of its own, else that button would lead here again. */
  readonly backToPlan = (): void =>
    this.#become({ view: "plan", query: this.#queries.get("plan") ?? "" }, "closes");

  /** Other words for the present view, which may change with every key. */
  readonly say = (query: string): void =>
    this.#become({ ...this.#current, query }, "changes", { calmly: true });

  #become(next: Address, step: Step, { calmly = false } = {}): void {
    clearTimeout(this.#timer);
    // What was typed a moment ago is what the way back leads to.
    if (step === "opens" && this.#made !== "left over") {
      this.#write();
      window.history.pushState(null, "");
      this.#made = "by opening";
    } else if (this.#made !== undefined && step !== "changes")
      this.#made = step === "closes" ? "left over" : "by opening";
    this.#current = next;
    this.#queries.set(next.view, next.query);
    if (calmly) this.#timer = setTimeout(() => this.#write(), calmMs);
    else this.#write();
    for (const listener of this.#listeners) listener(next, calmly);
  }

  /** An empty # would say that the reader has gone nowhere since Teams linked here. */
  #write(): void {
    const state = this.#made === undefined ? null : { made: this.#made };
    window.history.replaceState(state, "", `#${writeAddress(this.#current)}`);
  }

  /** Back from a place in history that something closed has left to one that shows the same: nobody wants to stop there. */
  readonly #pass = ({ state }: PopStateEvent): void => {
    const wasLeftOver = this.#made === "left over";
    this.#made = madeIn(state);
    const there = writeAddress(addressOf(window.location.hash, this.#subPageId));
    const same = there === writeAddress(this.#current);
    if (same && wasLeftOver && this.#made !== "left over") window.history.back();
  };

  readonly #follow = (): void => {
    clearTimeout(this.#timer);
    this.#current = addressOf(window.location.hash, this.#subPageId);
    for (const listener of this.#listeners) listener(this.#current, false);
  };
}

const made = v.object({ made: v.picklist(["by opening", "left over"]) });

function madeIn(state: unknown): v.InferOutput<typeof made>["made"] | undefined {
  // As every page begins.
  if (state === null) return undefined;
  const read = v.safeParse(made, state);
  return read.success ? read.output.made : undefined;
}

/** Where the reader is, and the ways to go elsewhere, which stay the same. */
export function useAddress(subPageId: string | undefined): [Address, ReaderPlace] {
  const [place] = useState(() => new ReaderPlace(subPageId));
  const [address, setAddress] = useState(place.current);
  useEffect(
    () =>
      place.subscribe((next, calmly) => {
        if (calmly) startTransition(() => setAddress(next));
        else setAddress(next);
      }),
    [place],
  );
  return [address, place];
}
