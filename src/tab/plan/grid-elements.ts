import type { GridPlace } from "./grid-keys.ts";

/** Pixels; it stays at the top while the rows scroll under it. */
const headHeight = 30;

/** The row or cell in the page; null where it is not drawn. */
export function elementAt(within: Element | null, { row, cell }: GridPlace): HTMLElement | null {
  const found = within?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"]`) ?? null;
  return cell === undefined ? found : (found?.querySelector(`[data-cell="${cell}"]`) ?? null);
}

/** The place that an element stands for; a cell only where the cell itself was meant. */
export function placeOf(target: Element): GridPlace | undefined {
  const row = target.closest("[data-row]")?.getAttribute("data-row");
  const cell = target.closest("[data-cell]")?.getAttribute("data-cell");
  if (row === undefined || row === null) return undefined;
  return cell === undefined || cell === null ? { row } : { row, cell: Number(cell) };
}

/** Scrolls no further than the row needs. */
export function reveal(scroller: Element | null, row: { height: number; index: number }): void {
  if (!scroller || row.index < 0) return;
  const top = row.index * row.height;
  const bottom = headHeight + top + row.height;
  const { scrollTop, clientHeight } = scroller;
  if (top < scrollTop) scroller.scrollTop = top;
  else if (bottom > scrollTop + clientHeight) scroller.scrollTop = bottom - clientHeight;
}
