import type { GridPlace } from "./grid-keys.ts";

/** Pixels; it stays at the top while the rows scroll under it. */
export const headHeight = 30;

/** The row or cell in the page; null where it is not drawn. */
export function elementAt(within: Element | null, { row, cell }: GridPlace): HTMLElement | null {
  const found = within?.querySelector<HTMLTableRowElement>(`[data-row="${CSS.escape(row)}"]`);
  return (cell === undefined ? found : found?.cells[cell]) ?? null;
}

/** The place that an element stands for; a cell only where the keyboard is in the cell itself. */
export function placeOf(target: Element): GridPlace | undefined {
  const row = target.closest("[data-row]")?.getAttribute("data-row") ?? undefined;
  if (row === undefined) return undefined;
  return target instanceof HTMLTableCellElement ? { row, cell: target.cellIndex } : { row };
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
