import { createContext, use } from "react";
import type { GridPlace } from "./grid-keys.ts";

/** Where the keyboard stands and what is open in the drawer; only the rows on the screen read it. */
export interface GridState {
  readonly focus: GridPlace | undefined;
  readonly selected: string | undefined;
}

export const GridContext = createContext<GridState>({ focus: undefined, selected: undefined });

export function useGridState(): GridState {
  return use(GridContext);
}
