import { z } from "zod";
import type { Row } from "../store/row.ts";

const kept = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** What stays where it is, whatever is read of an item's past: its place, and who may see it. */
const staying = new Set(["id", "dir", "leaf", "fileref", "scope", "uid"]);

/** A row as it was put aside, without its place. */
export function readRow(content: unknown): Row {
  const row = kept.parse(JSON.parse(String(content)));
  return Object.fromEntries(Object.entries(row).filter(([name]) => !staying.has(name)));
}
