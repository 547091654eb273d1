import { nextTask } from "#usecases/pause.ts";

/** So many rows are read within some ten milliseconds. */
const most = 1000;

/** What rows say, some of them at a time: in between a page may draw and answer keys. Throws what `to` throws. */
export async function inPieces<Row, T>(rows: readonly Row[], to: (row: Row) => T): Promise<T[]> {
  const said: T[] = [];
  for (let from = 0; from < rows.length; from += most) {
    if (from > 0) await nextTask();
    for (const row of rows.slice(from, from + most)) said.push(to(row));
  }
  return said;
}
