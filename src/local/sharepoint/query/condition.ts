import type { Parameter } from "../store/database.ts";

/** A piece of SQL with its parameters in order. */
export interface Condition {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}
