import type { GridPlace } from "./grid-keys.ts";

/** Pixels, of our own text; it stays at the top while the rows scroll under it. */
export const headHeight = 30;

/** The class of what is as high as a row, and never seen. */
export const rowProbe = "plan-row-probe";

/** The class of a cell under the words of a heading: nothing to see, and no stop for the keyboard. */
export const spannedCell = "plan-cell-spanned";

/** The row or cell in the page; null where it is not drawn. */
export function elementAt(within: Element | null, { row, cell }: GridPlace): HTMLElement | null {
  const found = within?.querySelector<HTMLTableRowElement>(`[data-row="${CSS.escape(row)}"]`);
  if (!found || cell === undefined) return found ?? null;
  return cellsIn(found)[cell] ?? null;
}

/** The place that an element stands for; a cell only where the keyboard is in the cell itself. */
export function placeOf(target: Element): GridPlace | undefined {
  const row = target.closest("[data-row]")?.getAttribute("data-row") ?? undefined;
  if (row === undefined) return undefined;
  if (!(target instanceof HTMLTableCellElement) || !target.parentElement) return { row };
  return { row, cell: cellsIn(target.parentElement).indexOf(target) };
}

/** The cells that the keyboard stops at. */
function cellsIn(row: Element): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>(`:scope > :not(.${spannedCell})`)];
}

/** Scrolls no further than the row needs. */
export function reveal(scroller: Element | null, row: { height: number; index: number }): void {
  if (!scroller || row.index < 0) return;
  const top = row.index * row.height;
  const head = scroller.querySelector("thead")?.clientHeight ?? headHeight;
  const bottom = head + top + row.height;
  const { scrollTop, clientHeight } = scroller;
  if (top < scrollTop) scroller.scrollTop = top;
  else if (bottom > scrollTop + clientHeight) scroller.scrollTop = bottom - clientHeight;
}
