/** One measured figure; `floor` is the least that the same work could cost, measured in the same run. */
export interface BenchRow {
  readonly name: string;
  readonly value: string;
  readonly floor: string;
  readonly ratio: string;
}

/** The middle of several runs of `work`, in milliseconds, after one that is not counted. */
export async function medianMilliseconds(runs: number, work: () => unknown): Promise<number> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return median(times);
}

/** The one in the middle; NaN of none. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
