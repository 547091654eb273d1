import type { SQLOutputValue } from "node:sqlite";
import { parseJson, type Json } from "../json.ts";

/** One row as SQLite gives it; these readers refuse what our own tables cannot hold. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value === "string") return value;
  throw new Error(`The column ${column} holds no text.`);
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : text(row, column);
}

export function number(row: Row, column: string): number {
  const value = row[column];
  if (typeof value === "number") return value;
  throw new Error(`The column ${column} holds no number.`);
}

export function numberOrNull(row: Row, column: string): number | null {
  return row[column] === null ? null : number(row, column);
}

export function flag(row: Row, column: string): boolean {
  return number(row, column) !== 0;
}

export function json(row: Row, column: string): Json {
  return parseJson(text(row, column));
}

export function bytes(row: Row, column: string): Uint8Array {
  const value = row[column];
  if (value instanceof Uint8Array) return value;
  throw new Error(`The column ${column} holds no bytes.`);
}
