import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { planDocument } from "./plan-document.ts";

/** A real published plan, where it lies beside the project; it is never copied into it. */
const published = fileURLToPath(new URL("../../../shared/samples/rotherham.docx", import.meta.url));

export interface PlanFile {
  readonly path: string;
  readonly recommendations: number;
  readonly actions: number;
}

/** The published plan, else a made-up one of our own in the same kind of document. */
export function aPlanFile(folder: string): PlanFile {
  if (existsSync(published)) return { path: published, recommendations: 24, actions: 93 };
  const path = join(folder, "plan.docx");
  writeFileSync(path, planDocument());
  return { path, recommendations: 6, actions: 15 };
}
