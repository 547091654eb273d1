import { ValidationFailedError } from "../errors.ts";
import { fieldOfFormula } from "../fields/check-formulas.ts";
import { isFlag } from "../fields/field-types.ts";
import type { Field } from "../fields/field.ts";
import { evaluate, type FormulaScene } from "../formula/evaluate.ts";
import { FormulaError } from "../formula/formula-error.ts";
import {
  dateOf,
  daysOf,
  toFlag,
  toNumber,
  toText,
  type FormulaValue,
} from "../formula/formula-value.ts";
import { parseFormula } from "../formula/parse-formula.ts";
import { allColumns } from "../query/item-query.ts";
import type { Session } from "../session.ts";
import type { Parameter } from "../store/database.ts";
import { tableOf, type List } from "../store/list.ts";
import { number } from "../store/row.ts";
import { toSecond } from "./instant.ts";

type Columns = Map<string, Parameter>;
type Read = (column: string) => unknown;

/**
 * Works out the calculated columns of an item about to be written, and adds them to it.
 * Throws 400 where a column's validation or the list's does not hold; `before` is what the item is so far.
 */
export function addFormulas(
  { now }: Session,
  list: List,
  columns: Columns,
  before: Readonly<Record<string, unknown>> = {},
): void {
  const read: Read = (column) => (columns.has(column) ? columns.get(column) : before[column]);
  for (const field of list.fields) {
    const { validationFormula } = field.settings;
    if (validationFormula && columns.has(field.storedIn)) validate(field, validationFormula);
  }
  for (const field of list.fields)
    if (field.type === "Calculated")
      columns.set(field.storedIn, calculated(list, field, read, now));
  validateItem(list, read, now);

  function validate(field: Field, formula: string): void {
    if (holds(formula, sceneOf(list, read, now))) return;
    throw new ValidationFailedError(
      field,
      field.settings.validationMessage || `The value of ${field.title} failed its validation.`,
    );
  }
}

/** What the list as a whole asks of an item; folders are none. */
function validateItem(list: List, read: Read, now: string): void {
  const { validationFormula, validationMessage } = list.settings;
  if (!validationFormula || read("kind") === 1) return;
  if (holds(validationFormula, sceneOf(list, read, now))) return;
  throw new ValidationFailedError(undefined, validationMessage || "List data validation failed.");
}

function holds(formula: string, scene: FormulaScene): boolean {
  return toFlag(tryEvaluate(formula, scene) ?? false);
}

/** Works out a calculated column for the items that are there already. */
export function recalculate({ database, now }: Session, list: List, field: Field): void {
  if (field.type !== "Calculated") return;
  const rows = database.all(`SELECT ${allColumns(list)} FROM ${tableOf(list)} AS item`);
  for (const row of rows)
    database.run(
      `UPDATE ${tableOf(list)} SET ${field.storedIn} = ? WHERE id = ?`,
      calculated(list, field, (column) => row[column], now),
      number(row, "id"),
    );
}

const outputs: Readonly<Record<number, (value: FormulaValue) => string | null>> = {
  1: (value) => String(Math.round(toNumber(value))),
  4: (value) => toSecond(dateOf(toNumber(value))) ?? null,
  8: (value) => (toFlag(value) ? "1" : "0"),
  9: (value) => String(toNumber(value)),
  10: (value) => String(toNumber(value)),
};

/** Kept as text, whatever it is; `#VALUE!` where it cannot be worked out. */
function calculated(list: List, field: Field, read: Read, now: string): string | null {
  const { formula, outputType } = field.settings;
  try {
    const value = evaluate(parseFormula(formula ?? ""), sceneOf(list, read, now));
    return outputs[outputType]?.(value) ?? toText(value);
  } catch (error) {
    if (error instanceof FormulaError) return error.message;
    throw error;
  }
}

function tryEvaluate(formula: string, scene: FormulaScene): FormulaValue {
  try {
    return evaluate(parseFormula(formula), scene);
  } catch (error) {
    if (error instanceof FormulaError) return false;
    throw error;
  }
}

function sceneOf(list: List, read: Read, now: string): FormulaScene {
  return {
    now,
    read: (name) => {
      const field = fieldOfFormula(list.fields, name);
      return field ? formulaValue(field, read(field.storedIn)) : null;
    },
  };
}

function formulaValue(field: Field, kept: unknown): FormulaValue {
  if (field.type === "DateTime") return typeof kept === "string" ? daysOf(kept) : null;
  if (isFlag(field.type)) return kept === 1;
  return typeof kept === "number" || typeof kept === "string" ? kept : null;
}
