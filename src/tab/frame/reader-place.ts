import { startTransition, useEffect, useState } from "react";
import { type Address, addressOf, writeAddress } from "./address.ts";

/** Milliseconds: browsers refuse an address that is written with every key. */
const calmMs = 250;

/** Told of the new address; calmly where it may change again with the next key, so that typing comes first. */
type Listener = (address: Address, calmly: boolean) => void;

/** Where the reader is. It stands in the page's own address too, so that a reload comes back to it. */
export class ReaderPlace {
  readonly #subPageId: string | undefined;
  readonly #listeners = new Set<Listener>();
  readonly #queries = new Map<string, string>();
  #current: Address;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(subPageId: string | undefined) {
    this.#subPageId = subPageId;
    this.#current = addressOf(window.location.hash, subPageId);
  }

  readonly current = (): Address => this.#current;

  /** Calls the listener when the reader goes elsewhere; the answer ends that. */
  readonly subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    window.addEventListener("hashchange", this.#follow);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) window.removeEventListener("hashchange", this.#follow);
    };
  };

  /** Opens a place in the drawer over the present view; undefined closes it. */
  readonly go = (place: string | undefined): void =>
    this.#become({ ...this.#current, place }, { calmly: false });

  /** Another view: with these words of its own, else with those that it had last. */
  readonly show = (view: string, query = this.#queries.get(view) ?? ""): void =>
    this.#become({ view, query }, { calmly: false });

  /** Other words for the present view, which may change with every key. */
  readonly say = (query: string): void =>
    this.#become({ ...this.#current, query }, { calmly: true });

  #become(next: Address, { calmly }: { calmly: boolean }): void {
    this.#current = next;
    this.#queries.set(next.view, next.query);
    clearTimeout(this.#timer);
    if (calmly) this.#timer = setTimeout(() => this.#write(), calmMs);
    else this.#write();
    for (const listener of this.#listeners) listener(next, calmly);
  }

  /** An empty # would say that the reader has gone nowhere since Teams linked here. */
  #write(): void {
    window.history.replaceState(null, "", `#${writeAddress(this.#current)}`);
  }

  readonly #follow = (): void => {
    clearTimeout(this.#timer);
    this.#current = addressOf(window.location.hash, this.#subPageId);
    for (const listener of this.#listeners) listener(this.#current, false);
  };
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
