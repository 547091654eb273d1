import { isFlag, type FieldType } from "../fields/field-types.ts";
import type { Field } from "../fields/field.ts";
import type { Parameter } from "../store/database.ts";
import type { List } from "../store/list.ts";
import { evaluate } from "../formula/evaluate.ts";
import { FormulaError } from "../formula/formula-error.ts";
import { dateOf, toFlag, toNumber, toText } from "../formula/formula-value.ts";
import { parseFormula } from "../formula/parse-formula.ts";
import { readInstant, toSecond } from "./instant.ts";

/** What fields hold where nothing is given for them, by column. */
export function defaultValues(list: List, now: string): [string, Parameter][] {
  return list.fields.flatMap((field): [string, Parameter][] => {
    const { defaultFormula, defaultValue: fixed } = field.settings;
    const text = defaultFormula ? workedOut(field, defaultFormula, now) : fixed;
    if (text === null || text === "" || field.builtIn) return [];
    const value = defaultValue(field, text, now);
    return value === null ? [] : [[field.storedIn, value]];
  });
}

/** A formula that fails gives nothing. */
function workedOut(field: Field, formula: string, now: string): string | null {
  try {
    const value = evaluate(parseFormula(formula), { now, read: () => null });
    if (field.type === "DateTime") return toSecond(dateOf(toNumber(value))) ?? null;
    return isFlag(field.type) ? String(Number(toFlag(value))) : toText(value);
  } catch (error) {
    if (error instanceof FormulaError) return null;
    throw error;
  }
}

type Reader = (text: string, now: string) => Parameter;

const none: Reader = () => null;
const readNumber: Reader = (text) => (Number.isFinite(Number(text)) ? Number(text) : null);

const readFlag: Reader = (text) => (text === "1" || text.toLowerCase() === "true" ? 1 : 0);

/** Every other type takes the text as it is. */
const readers: Partial<Record<FieldType, Reader>> = {
  Number: readNumber,
  Currency: readNumber,
  Integer: readNumber,
  Boolean: readFlag,
  AllDayEvent: readFlag,
  Recurrence: readFlag,
  DateTime: (text, now) => (/^\[today\]$/i.test(text) ? now : (readInstant(text) ?? null)),
  MultiChoice: (text) => JSON.stringify(text.split(";#").filter((choice) => choice !== "")),
  User: none,
  UserMulti: none,
  Lookup: none,
  LookupMulti: none,
  URL: none,
};

/** Reads a default as it is kept in settings; null where it is none. */
export function defaultValue(field: Field, text: string, now: string): Parameter {
  const reader = readers[field.type];
  return reader ? reader(text, now) : text;
}
