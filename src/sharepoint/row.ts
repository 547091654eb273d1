import type { IsoDate } from "#plan/iso-date.ts";
import { isIsoDate } from "#plan/iso-date.ts";
import * as z from "zod/mini";

/**
 * List items come from outside: anybody with the right permission may have typed into them. Each is read by its row's
 * schema once; what does not fit is an error that names the list and the item, never a guess.
 */
export const optionalText = z.optional(z.nullable(z.string()));
export const optionalNumber = z.optional(z.nullable(z.number()));
export const id = z.number().check(z.int());

/** One text a line, as columns that hold several texts keep them. */
export function lines(value: string | null | undefined): string[] {
  return (value ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

export function read<T>(list: string, schema: z.ZodMiniType<T>, row: unknown): T {
  const result = schema.safeParse(row);
  if (result.success) return result.data;
  const at = z.safeParse(z.object({ Id: id }), row);
  const item = at.success ? `item ${at.data.Id}` : "an item without an Id";
  throw new RangeError(`List "${list}", ${item} cannot be read: ${z.prettifyError(result.error)}`);
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
