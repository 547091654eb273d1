import { UnreadableError } from "#plan/errors.ts";
import type { Fault } from "#plan/fault.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import { isIsoDate } from "#plan/iso-date.ts";
import * as z from "zod/mini";

/**
 * List items come from outside: anybody with the right permission may have typed into them. Each is read by its row's
 * schema once; what does not fit is told with its list, item and column, never guessed.
 */
export const optionalText = z.optional(z.nullable(z.string()));
export const optionalNumber = z.optional(z.nullable(z.number()));
export const id = z.number().check(z.int());

/** A day, where one is written. */
export const optionalDay = z.optional(
  z.nullable(
    z
      .string()
      .check(
        z.refine((text) => text === "" || isIsoDate(text), "no day that exists, as 2026-08-31 is"),
      ),
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
export function read<T>(list: string, schema: z.ZodMiniType<T>, row: unknown): T {
  const result = schema.safeParse(row);
  if (result.success) return result.data;
  throw new UnreadableError(faultsIn(list, row, result.error), { cause: result.error });
}

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
  schema: z.ZodMiniType<T>,
  row: unknown,
  instead: (itemId: number) => Partial<T>,
): Salvaged<T> {
  const result = schema.safeParse(row);
  if (result.success) return { item: result.data };
  const faults = faultsIn(list, row, result.error);
  const counts = new Map<string, unknown>(Object.entries(instead(idOf(row))));
  const mended = faults.map(({ column }) => [column, counts.get(column)]);
  const all = z.record(z.string(), z.unknown()).parse(row);
  const second = schema.safeParse({ ...all, ...Object.fromEntries(mended) });
  return { item: second.success ? second.data : read(list, schema, row), faults };
}

/** The faults of both; undefined where there are none. */
export function joined(
  some: readonly Fault[] | undefined,
  more: readonly Fault[],
): readonly Fault[] | undefined {
  return more.length === 0 ? some : [...(some ?? []), ...more];
}

/** An item of any list, as far as pages and faults go. */
export const numbered = z.object({ Id: id });

/** One a column. */
function faultsIn(list: string, row: unknown, error: z.core.$ZodError): readonly Fault[] {
  const itemId = idOf(row);
  const first = new Map(error.issues.toReversed().map((issue) => [String(issue.path[0]), issue]));
  return [...first].map(([column, { code, message }]) => ({
    list,
    itemId,
    column,
    wrong: wrongWith(valueOf(row, column), code === "custom" ? message : undefined),
  }));
}

/** 0 where it has none. */
function idOf(row: unknown): number {
  return numbered.safeParse(row).data?.Id ?? 0;
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
