import { UnreadableError } from "#plan/errors.ts";
import type { Fault } from "#plan/fault.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import { isIsoDate } from "#plan/iso-date.ts";
import * as v from "valibot";

/**
 * List items come from outside: anybody with the right permission may have typed into them. Each is read by its row's
 * schema once; what does not fit is told with its list, item and column, never guessed.
 */
export const optionalText = v.nullish(v.string());
/** JSON knows no endless number, and 1e400 is read as one. */
export const finite = v.pipe(v.number(), v.finite());
export const optionalNumber = v.nullish(finite);
export const id = v.pipe(v.number(), v.safeInteger());
/** A number that may be written as text. */
export const finiteInText = v.pipe(v.unknown(), v.toNumber(), v.finite());
/** What has names of its own and is no list: valibot takes a list for an object where none of its columns is required. */
export const named = v.custom<object>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
);
/** Columns by their names, whichever they are. */
export const columnsByName = v.pipe(named, v.record(v.string(), v.unknown()));

/** A day, where one is written. */
export const optionalDay = v.nullish(
  v.pipe(
    v.string(),
    v.check((text) => text === "" || isIsoDate(text), "no day that exists, as 2026-08-31 is"),
  ),
);

/** One text a line, as columns that hold several texts keep them. */
export function lines(value: string | null | undefined): string[] {
  return (value ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/** Throws UnreadableError, which names the list, the item and its columns. */
export function read<T>(list: string, schema: Schema<T>, row: unknown): T {
  const result = v.safeParse(schema, row);
  if (result.success) return result.output;
  throw new UnreadableError(faultsIn(list, row, result.issues));
}

/** What a row is read by, whatever it was. */
export type Schema<T> = v.GenericSchema<unknown, T>;

export interface Salvaged<T> {
  readonly item: T;
  /** Undefined where every column could be read. */
  readonly faults?: readonly Fault[];
}

/**
 * Reads the columns that can be read; `instead` says what another one counts as, else it counts as left empty. Throws
 * UnreadableError where the row is nothing without it.
 */
export function salvage<T>(
  list: string,
  schema: Schema<T>,
  row: unknown,
  instead: (itemId: number) => Partial<T>,
): Salvaged<T> {
  const result = v.safeParse(schema, row);
  if (result.success) return { item: result.output };
  const faults = faultsIn(list, row, result.issues);
  const counts = new Map<string, unknown>(Object.entries(instead(idOf(row))));
  const mended = faults.map(({ column }) => [column, counts.get(column)]);
  const all = v.parse(columnsByName, row);
  const second = v.safeParse(schema, { ...all, ...Object.fromEntries(mended) });
  return { item: second.success ? second.output : read(list, schema, row), faults };
}

/** The faults of both; undefined where there are none. */
export function joined(
  some: readonly Fault[] | undefined,
  more: readonly Fault[],
): readonly Fault[] | undefined {
  return more.length === 0 ? some : [...(some ?? []), ...more];
}

/** An item of any list, as far as pages and faults go. */
export const numbered = v.object({ Id: id });

/** One a column. */
function faultsIn(
  list: string,
  row: unknown,
  issues: readonly v.BaseIssue<unknown>[],
): readonly Fault[] {
  const itemId = idOf(row);
  const first = new Map(issues.toReversed().map((issue) => [String(issue.path?.[0]?.key), issue]));
  return [...first].map(([column, { type, message }]) => ({
    list,
    itemId,
    column,
    wrong: wrongWith(valueOf(row, column), ownWords.has(type) ? message : undefined),
  }));
}

/** Checks whose message is ours. */
const ownWords: ReadonlySet<string> = new Set(["check", "parse_json"]);

/** 0 where it has none. */
function idOf(row: unknown): number {
  const found = v.safeParse(numbered, row);
  return found.success ? found.output.Id : 0;
}

/** Letters of what stands there that are quoted; the rest is read in the list. */
const quoted = 40;

function wrongWith(value: unknown, said: string | undefined): string {
  if (value === null || value === undefined || value === "") return "is empty";
  const is = said ?? "nothing that belongs there";
  return typeof value === "string" && value.length <= quoted
    ? `“${value}” is ${is}`
    : `holds ${is}`;
}

function valueOf(row: unknown, column: string): unknown {
  return typeof row === "object" && row !== null
    ? Object.getOwnPropertyDescriptor(row, column)?.value
    : undefined;
}

export function day(value: string | null | undefined): IsoDate | undefined {
  return value && isIsoDate(value) ? value : undefined;
}

export function words(value: string | null | undefined): string | undefined {
  return value || undefined;
}

/** An id of another list's item; SharePoint gives 0 or null where there is none. */
export function number(value: number | null | undefined): number | undefined {
  return value || undefined;
}

export function without(shape: object, left: readonly string[]): string[] {
  return Object.keys(shape).filter((name) => !left.includes(name));
}
