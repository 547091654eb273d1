import type { NumberingReference } from "./styles.ts";
import { childrenNamed, valueAt, type XmlElement } from "./xml-tree.ts";

interface Level {
  readonly format: string;
  /** `%1.%2)`: each number stands for that level's counter. */
  readonly template: string;
  readonly start: number;
}

interface List {
  /** Lists of one definition count on together. */
  readonly definition: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Where it begins anew, by level. */
  readonly restarts: ReadonlyMap<number, number>;
}

/** Counts a document's automatic lists, in reading order. */
export interface Numbering {
  /** What Word prints before the next paragraph of that list: "2.1", "(b)", "•"; empty for none. */
  next(reference: NumberingReference): string;
}

export function readNumbering(root: XmlElement | undefined): Numbering {
  const lists = readLists(root);
  const counters = new Map<string, number[]>();
  const started = new Set<string>();
  return {
    next({ list: id, level }) {
      const list = lists.get(id);
      const definition = list?.levels.get(level);
      if (!list || !definition) return "";
      const counts = counters.get(list.definition) ?? [];
      counters.set(list.definition, counts);
      if (!started.has(id)) restartOverridden(list, counts);
      started.add(id);
      counts[level] = (counts[level] ?? definition.start - 1) + 1;
      counts.length = level + 1;
      return label(list, level, counts);
    },
  };
}

function readLists(root: XmlElement | undefined): Map<string, List> {
  const definitions = new Map<string, Map<number, Level>>();
  for (const element of root ? childrenNamed(root, "w:abstractNum") : []) {
    definitions.set(element.attributes["abstractNumId"] ?? "", readLevels(element));
  }
  const lists = new Map<string, List>();
  for (const element of root ? childrenNamed(root, "w:num") : []) {
    const definition = valueAt(element, "w:abstractNumId") ?? "";
    const levels = new Map(definitions.get(definition));
    const overrides = childrenNamed(element, "w:lvlOverride");
    for (const override of overrides) {
      for (const [level, own] of readLevels(override)) levels.set(level, own);
    }
    const restarts = restartsOf(overrides);
    lists.set(element.attributes["numId"] ?? "", { definition, levels, restarts });
  }
  return lists;
}

function readLevels(parent: XmlElement): Map<number, Level> {
  return new Map(
    childrenNamed(parent, "w:lvl").flatMap((level): [number, Level][] => {
      const own = {
        format: valueAt(level, "w:numFmt") ?? "decimal",
        template: (valueAt(level, "w:lvlText") ?? "").slice(0, longestTemplate),
        start: Number(valueAt(level, "w:start") ?? "1"),
      };
      const at = levelOf(level);
      return at === undefined ? [] : [[at, own]];
    }),
  );
}

/** In characters: it is printed before every paragraph of the list. */
const longestTemplate = 100;

/** Lists have nine levels, from 0; undefined for any other. */
function levelOf(element: XmlElement): number | undefined {
  const level = Number(element.attributes["ilvl"] ?? "0");
  return Number.isInteger(level) && level >= 0 && level < 9 ? level : undefined;
}

/** The numbers that levels begin anew with, although the list shares its definition with an earlier one. */
function restartsOf(overrides: readonly XmlElement[]): ReadonlyMap<number, number> {
  return new Map(
    overrides.flatMap((override): [number, number][] => {
      const start = valueAt(override, "w:startOverride");
      const level = levelOf(override);
      return start === undefined || level === undefined ? [] : [[level, Number(start)]];
    }),
  );
}

function restartOverridden({ restarts }: List, counts: number[]): void {
  for (const [level, start] of restarts) {
    counts.length = Math.min(counts.length, level);
    counts[level] = start - 1;
  }
}

function label(list: List, level: number, counts: readonly number[]): string {
  const definition = list.levels.get(level);
  if (!definition || definition.format === "none") return "";
  if (definition.format === "bullet") return "•";
  return definition.template.replaceAll(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const own = list.levels.get(at);
    return printed(counts[at] ?? own?.start ?? 1, own?.format ?? "decimal");
  });
}

function printed(count: number, format: string): string {
  if (!(count >= 1)) return String(count);
  switch (format) {
    case "lowerLetter":
      return letters(count);
    case "upperLetter":
      return letters(count).toUpperCase();
    case "lowerRoman":
      return roman(count);
    case "upperRoman":
      return roman(count).toUpperCase();
    case "decimalZero":
      return String(count).padStart(2, "0");
    default:
      return String(count);
  }
}

/** a to z, then aa, bb, as Word goes on. */
function letters(count: number): string {
  const letter = String.fromCharCode(97 + ((count - 1) % 26));
  return letter.repeat(Math.min(Math.ceil(count / 26), 30));
}

const romans: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

function roman(count: number): string {
  let rest = Math.min(count, 3999);
  let text = "";
  for (const [value, sign] of romans) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}
