import {
  type ComponentType,
  createElement,
  type ReactElement,
  startTransition,
  useEffect,
  useState,
} from "react";
import { fetched } from "./fetched.ts";
import { oncePainted } from "./once-painted.ts";

type Draw<Props> = (props: Props) => ReactElement;

/** A part of the first screen that its rows do not wait for. */
export class Later<Props extends object> {
  readonly #fetch: () => Promise<ComponentType<Props>>;
  /** Draws it; undefined until it has been fetched. */
  draw: Draw<Props> | undefined;

  constructor(fetch: () => Promise<ComponentType<Props>>) {
    this.#fetch = fetch;
  }

  async load(): Promise<Draw<Props>> {
    const Part = await fetched(this.#fetch);
    this.draw ??= (props) => createElement(Part, props);
    return this.draw;
  }
}

/** For `useLater`, of what somebody asked to see. */
export function atOnce(work: () => void): undefined {
  work();
}

/**
 * Draws the part, once the rows are painted (or as `when` says) and it has been fetched; undefined until then. It comes
 * without getting in the way of a key or a press. React's own `lazy` shows what comes soon after its fallback a third of a
 * second late.
 */
export function useLater<Props extends object>(
  part: Later<Props>,
  when: (work: () => void) => (() => void) | undefined = oncePainted,
): Draw<Props> | undefined {
  const [state, setState] = useState<{ failed?: Error; draw?: Draw<Props> | undefined }>(() => ({
    draw: part.draw,
  }));
  useEffect(() => {
    if (part.draw) return undefined;
    return when(() => {
      part.load().then(
        (draw) => startTransition(() => setState({ draw })),
        (cause: unknown) => setState({ failed: new Error("A part is missing.", { cause }) }),
      );
    });
  }, [part, when]);
  if (state.failed) throw state.failed;
  return state.draw;
}
