import type { Line } from "./lines.ts";
import type { PageElement } from "./page-elements.ts";

/** How far apart the lines of one paragraph stand, in points, for letters of this size. */
export type Pitch = (size: number) => number;

/** The level of a heading whose letters are that large, from 1; undefined for those of the text. */
export type HeadingLevel = (size: number) => number | undefined;

type Pages = readonly (readonly PageElement[])[];

/** Learns from all lines how far apart those of one paragraph stand: the nearest that is common. */
export function pitchOf(pages: Pages): Pitch {
  const gaps = new Map<number, number[]>();
  for (const lines of linesInPlaces(pages)) {
    lines.slice(1).forEach((line, index) => {
      const gap = line.baseline - (lines[index]?.baseline ?? line.baseline);
      const size = Math.round(line.size);
      if (gap > line.size * 0.8 && gap < line.size * 2.2)
        gaps.set(size, [...(gaps.get(size) ?? []), gap]);
    });
  }
  const known = new Map([...gaps].map(([size, each]) => [size, nearestCommon(each)]));
  return (size) => known.get(Math.round(size)) ?? size * 1.2;
}

function nearestCommon(gaps: readonly number[]): number {
  const counts = Map.groupBy(gaps, (gap) => Math.round(gap * 2) / 2);
  const common = [...counts].filter(([, each]) => each.length >= gaps.length * 0.15);
  return Math.min(...common.map(([gap]) => gap), Math.max(...gaps));
}

/** Lines outside tables with larger letters than most of the text has are headings: the larger, the higher. */
export function headingLevelOf(pages: Pages): HeadingLevel {
  const letters = new Map<number, number>();
  for (const element of pages.flat()) {
    if (element.kind !== "line") continue;
    const size = half(element.line.size);
    letters.set(size, (letters.get(size) ?? 0) + element.line.text.length);
  }
  const [body = 0] = [...letters].toSorted(([, one], [, other]) => other - one)[0] ?? [];
  const larger = [...letters.keys()].filter((size) => size > body * 1.1).toSorted((a, b) => b - a);
  return (size) => {
    const at = larger.indexOf(half(size));
    return at < 0 ? undefined : Math.min(at + 1, 9);
  };
}

function half(size: number): number {
  return Math.round(size * 2) / 2;
}

function linesInPlaces(pages: Pages): readonly (readonly Line[])[] {
  return pages.flatMap((page) => [
    page.flatMap((element) => (element.kind === "line" ? [element.line] : [])),
    ...page.flatMap((element) =>
      element.kind === "table" ? element.table.cells.map(({ lines }) => lines) : [],
    ),
  ]);
}
