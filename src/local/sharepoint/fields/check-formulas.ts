import { refused } from "../errors.ts";
import { namesIn } from "../formula/evaluate.ts";
import { FormulaError } from "../formula/formula-error.ts";
import { functions, volatile } from "../formula/functions.ts";
import { parseFormula } from "../formula/parse-formula.ts";
import type { Field, NewField } from "./field.ts";

/**
 * Throws 400 for formulas that are none, that refer to columns that are not there, or that this service cannot
 * work out: a formula that was taken is obeyed.
 */
export function checkFormulas(
  list: { readonly fields: readonly Field[] },
  { type, name, settings }: NewField,
): void {
  if (type === "Calculated") {
    if (settings.formula === null || settings.formula === "")
      throw refused("A calculated field needs a formula.");
    check(list.fields, settings.formula, false);
  }
  if (settings.defaultFormula) check([], settings.defaultFormula, true);
  if (settings.validationFormula) {
    const used = check(list.fields, settings.validationFormula, true, name);
    if (used.length === 0) throw refused("The validation formula refers to no column.");
  }
}

/** As checkFormulas, for the validation of a whole list. */
export function checkListFormula(
  list: { readonly fields: readonly Field[] },
  formula: string | null,
): void {
  if (formula) check(list.fields, formula, true);
}

function check(
  fields: readonly Field[],
  text: string,
  mayChangeByItself: boolean,
  own?: string,
): readonly string[] {
  const names = namesIn(parsed(text));
  for (const name of names.functions)
    if (
      name !== "IF" &&
      (!Object.hasOwn(functions, name) || (!mayChangeByItself && volatile.has(name)))
    )
      throw refused(`The formula calls ${name}, which is not supported here.`);
  for (const name of names.fields)
    if (name !== own && !fieldOfFormula(fields, name))
      throw refused(`The formula refers to a column that does not exist: ${name}.`);
  return names.fields;
}

function parsed(text: string) {
  try {
    return parseFormula(text);
  } catch (error) {
    throw error instanceof FormulaError ? refused(error.message) : error;
  }
}

/** Formulas name columns by title; internal names are understood, too. */
export function fieldOfFormula(fields: readonly Field[], name: string): Field | undefined {
  const lower = name.toLowerCase();
  return (
    fields.find((field) => field.title.toLowerCase() === lower) ??
    fields.find((field) => field.name.toLowerCase() === lower)
  );
}
