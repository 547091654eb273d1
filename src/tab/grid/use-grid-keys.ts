import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { type Column, cellsOf } from "#tab/arrange/columns.ts";
import { elementAt, placeOf, reveal } from "./grid-elements.ts";
import { type GridMove, type GridPlace, gridMove } from "./grid-keys.ts";
import type { Row } from "#tab/rows/plan-rows.ts";

interface GridKeysOptions {
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  /** Pixels of a row. */
  readonly height: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Scrolls to the row at that index, where rows are not all of that height. */
  readonly reveal?: (index: number) => void;
  readonly selected: string | undefined;
  readonly onOpen: (key: string) => void;
  readonly onFold: (key: string, open: boolean) => void;
}

export interface GridKeys {
  /** The grid's one stop for the tab key: where the keyboard stood last, else what is open, else the first row. */
  readonly focus: GridPlace | undefined;
  /** Which of the rows that is; it stays in the page wherever it is, for taking it away would lose the keyboard. */
  readonly index: number;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
  readonly onClick: (event: MouseEvent<HTMLElement>) => void;
}

/** Keyboard and pointer in the tree grid. */
export function useGridKeys(options: GridKeysOptions): GridKeys {
  const { rows, columns, height, scroller } = options;
  const { focus, index, go, note, left } = useGridFocus(options);

  function act(move: GridMove): void {
    if ("go" in move) go(move.go);
    else if ("fold" in move) options.onFold(move.fold, move.open);
    else options.onOpen(move.show);
  }
  return {
    focus,
    index,
    onKeyDown: (event) => {
      if (!focus || event.altKey || event.metaKey) return;
      const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 1);
      const grid = { rows, page, cells: (row: Row) => cellsOf(columns, row.type) };
      const move = gridMove(grid, focus, { name: event.key, control: event.ctrlKey });
      if (!move) return;
      event.preventDefault();
      act(move);
    },
    onFocus: ({ target }) => note(placeOf(target)),
    onBlur: ({ currentTarget, relatedTarget }) => {
      if (!currentTarget.contains(relatedTarget)) left();
    },
    onClick: ({ target }) => {
      const found = target instanceof Element ? placeOf(target) : undefined;
      const row = rows.find(({ key }) => key === found?.row);
      if (!row || !(target instanceof Element)) return;
      go({ row: row.key });
      if (row.type === "group" && (target.closest("[data-fold]") || row.opens === undefined))
        act({ fold: row.key, open: !row.open });
      else if (row.opens !== undefined) act({ show: row.opens });
    },
  };
}

/** Where the keyboard stands, and moving it there once the row is in the page. */
function useGridFocus({ rows, height, scroller, selected, ...way }: GridKeysOptions) {
  const [place, setPlace] = useState<GridPlace>();
  const wanted = useRef<GridPlace>(undefined);
  const known = useMemo(() => indexOf(rows, place?.row), [rows, place?.row]);
  const chosen = useMemo(
    () => (selected === undefined ? 0 : rows.findIndex(({ opens }) => opens === selected)),
    [rows, selected],
  );
  const fallback = Math.max(0, chosen);
  const index = place && known >= 0 ? known : fallback;
  const row = rows[index];
  const focus = place && known >= 0 ? place : row && { row: row.key };

  const inGrid = useRef(false);
  const lastIndex = useRef(0);
  useLayoutEffect(() => {
    if (known >= 0) lastIndex.current = known;
    const next = rows[Math.min(lastIndex.current, rows.length - 1)];
    if (!place || known >= 0 || !inGrid.current || !next) return;
    // Somebody else took its row away: the keyboard goes on from where it stood.
    wanted.current = { row: next.key };
    setPlace(wanted.current);
  }, [place, known, rows]);
  useLayoutEffect(() => {
    if (!wanted.current) return;
    const element = elementAt(scroller.current, wanted.current);
    element?.focus({ preventScroll: true });
    // Where the letters are so large that the columns scroll sideways.
    if (wanted.current.cell !== undefined)
      element?.scrollIntoView({ block: "nearest", inline: "nearest" });
    wanted.current = undefined;
  });
  return {
    focus,
    index,
    go: (to: GridPlace) => {
      wanted.current = to;
      const at = indexOf(rows, to.row);
      if (way.reveal && at >= 0) way.reveal(at);
      else reveal(scroller.current, { height, index: at });
      setPlace({ ...to });
    },
    /** The browser put the focus there by itself. */
    note: (at: GridPlace | undefined) => {
      inGrid.current = at !== undefined;
      if (at && (at.row !== place?.row || at.cell !== place.cell)) setPlace(at);
    },
    /** The keyboard has gone elsewhere. */
    left: () => {
      inGrid.current = false;
    },
  };
}

function indexOf(rows: readonly Row[], key: string | undefined): number {
  return key === undefined ? -1 : rows.findIndex((row) => row.key === key);
}
