import { isFlag, isLookup, isPerson } from "../fields/field-types.ts";
import { propertyName, type Field } from "../fields/field.ts";
import { readInstant, toSecond } from "../items/instant.ts";
import type { Filter, Operand, Operator } from "../odata/filter.ts";
import type { Literal } from "../odata/literal.ts";
import type { List } from "../store/list.ts";
import { camlFieldMissing, camlInvalid } from "./caml-errors.ts";
import type { CamlField, CamlValue, CamlWhere, Comparison, Membership } from "./caml-where.ts";
import { rangeAround } from "./range-around.ts";

/** Whose query it is, and when it is asked: `<UserID/>` and `<Today/>` mean these. */
export interface Asking {
  readonly caller: { readonly id: number };
  /** ISO 8601 in UTC, to the second. */
  readonly now: string;
  /** The ids of the people or groups that a membership means. */
  readonly members: (of: Membership, group: number) => readonly number[];
}

/** A condition in CAML as the tree that OData's filters make, so that both become the same SQL. */
export function filterFromCaml(where: CamlWhere, list: List, asking: Asking): Filter {
  if ("left" in where)
    return {
      kind: where.kind,
      left: filterFromCaml(where.left, list, asking),
      right: filterFromCaml(where.right, list, asking),
    };
  if ("inner" in where) return { kind: "not", inner: filterFromCaml(where.inner, list, asking) };
  return conditionFromCaml(where, list, asking);
}

type CamlCondition = Exclude<CamlWhere, { kind: "and" | "or" | "not" }>;

function conditionFromCaml(where: CamlCondition, list: List, asking: Asking): Filter {
  switch (where.kind) {
    case "null":
    case "not-null":
      return compareNull(where.kind === "null" ? "eq" : "ne", camlField(list, where.field.name));
    case "in":
      return anyOf(where.values.map((value) => compare("Eq", where.field, value, list, asking)));
    case "member":
      return memberOf(where, list, asking);
    case "overlap":
      return overlaps(where, list, asking);
    case "compare":
    default:
      return compare(where.comparison, where.field, where.value, list, asking);
  }
}

function memberOf(
  { field: { name }, of, group }: Extract<CamlWhere, { kind: "member" }>,
  list: List,
  { members }: Asking,
): Filter {
  const field = camlField(list, name);
  if (!isPerson(field.type)) throw camlInvalid();
  const left: Operand = { kind: "path", names: [propertyName(field)] };
  const is = (id: number): Filter => ({
    kind: "compare",
    operator: "eq",
    left,
    right: { kind: "literal", value: id },
  });
  const ids = members(of, group);
  // No id is 0: where nobody is a member, nothing is found.
  return anyOf((ids.length === 0 ? [0] : ids).map(is));
}

/** Begins before the time asked for is over, and ends in it or later. */
function overlaps(
  { start, end, range }: Extract<CamlWhere, { kind: "overlap" }>,
  list: List,
  { now }: Asking,
): Filter {
  const { from, to } = rangeAround(now, range);
  const side = ({ name }: CamlField, operator: Operator, value: string): Filter => {
    const field = camlField(list, name);
    if (field.type !== "DateTime") throw camlInvalid();
    const left: Operand = { kind: "path", names: [field.name] };
    return { kind: "compare", operator, left, right: { kind: "literal", value } };
  };
  return { kind: "and", left: side(start, "lt", to), right: side(end, "ge", from) };
}

/** The column that CAML means: internal names, and the columns that views show in another's place. */
export function camlField(list: List, name: string): Field {
  const field = knownField(list, name);
  if (!field) throw camlFieldMissing();
  return field;
}

/** As camlField; undefined where the list has no such column. */
export function knownField(list: List, name: string): Field | undefined {
  const wanted = (shownInstead.get(name) ?? name).toLowerCase();
  return list.fields.find((candidate) => candidate.name.toLowerCase() === wanted);
}

/** Columns that show another one with a link or a menu. */
export const shownInstead: ReadonlyMap<string, string> = new Map([
  ["LinkTitle", "Title"],
  ["LinkTitleNoMenu", "Title"],
  ["URLwMenu", "URL"],
  ["URLNoMenu", "URL"],
  ["LinkFilename", "FileLeafRef"],
  ["LinkFilenameNoMenu", "FileLeafRef"],
  ["Created_x0020_Date", "Created"],
  ["Last_x0020_Modified", "Modified"],
]);

/** Halved again and again, so that 500 values do not nest 500 deep. */
function anyOf(filters: readonly Filter[]): Filter {
  const [first] = filters;
  if (first === undefined) throw camlInvalid();
  if (filters.length === 1) return first;
  const half = filters.length >> 1;
  return {
    kind: "or",
    left: anyOf(filters.slice(0, half)),
    right: anyOf(filters.slice(half)),
  };
}

function compareNull(operator: "eq" | "ne", field: Field): Filter {
  const left: Operand = { kind: "path", names: [propertyName(field)] };
  return { kind: "compare", operator, left, right: { kind: "literal", value: null } };
}

const operators: Readonly<Partial<Record<Comparison, Operator>>> = {
  Eq: "eq",
  Neq: "ne",
  Lt: "lt",
  Leq: "le",
  Gt: "gt",
  Geq: "ge",
  Includes: "eq",
  NotIncludes: "ne",
};

function compare(
  comparison: Comparison,
  { name, byId }: CamlField,
  value: CamlValue,
  list: List,
  asking: Asking,
): Filter {
  const field = camlField(list, name);
  const operator = operators[comparison];
  const literal = readLiteral(field, value, asking);
  const left = pathOf(field, byId || value.kind === "caller" || typeof literal === "number");
  if (operator === undefined)
    return searches(comparison === "BeginsWith" ? "startswith" : "substringof", left, literal);
  if (field.type === "DateTime" && value.kind !== "caller" && !value.withTime)
    return compareDay(operator, left, String(literal));
  return { kind: "compare", operator, left, right: { kind: "literal", value: literal } };
}

/** People by name and lookups by what they show, or both by id. */
function pathOf(field: Field, byId: boolean): Operand {
  if (!isPerson(field.type) && !isLookup(field.type)) return { kind: "path", names: [field.name] };
  if (byId) return { kind: "path", names: [propertyName(field)] };
  const shown = isPerson(field.type) ? "Title" : field.settings.showField;
  return { kind: "path", names: [field.name, shown] };
}

function searches(name: "startswith" | "substringof", subject: Operand, sought: Literal): Filter {
  const literal: Operand = { kind: "literal", value: String(sought) };
  const operands = name === "startswith" ? [subject, literal] : [literal, subject];
  return { kind: "holds", operand: { kind: "function", name, operands } };
}

function readLiteral(field: Field, value: CamlValue, { caller, now }: Asking): Literal {
  if (value.kind === "caller") return caller.id;
  if (value.kind === "today") return value.withTime ? now : addDays(now, value.offsetDays);
  const { text } = value;
  if (isFlag(field.type)) return /^(?:1|true|yes)$/i.test(text.trim());
  if (field.type !== "DateTime") return text;
  const instant = readInstant(text.trim().replace(" ", "T"));
  if (instant === undefined) throw camlInvalid();
  return instant;
}

/** Without IncludeTimeValue only the day counts. */
function compareDay(operator: Operator, left: Operand, instant: string): Filter {
  const side = (op: Operator, text: string): Filter => ({
    kind: "compare",
    operator: op,
    left,
    right: { kind: "literal", value: text },
  });
  const from = addDays(instant, 0);
  const to = addDays(instant, 1);
  if (operator === "eq") return { kind: "and", left: side("ge", from), right: side("lt", to) };
  if (operator === "ne")
    return { kind: "not", inner: { kind: "and", left: side("ge", from), right: side("lt", to) } };
  if (operator === "lt" || operator === "ge") return side(operator, from);
  return side(operator === "le" ? "lt" : "ge", to);
}

/** Midnight of the day that lies so many days later. */
function addDays(instant: string, days: number): string {
  const midnight = new Date(`${instant.slice(0, 10)}T00:00:00Z`);
  midnight.setUTCDate(midnight.getUTCDate() + days);
  const moved = toSecond(midnight);
  if (moved === undefined) throw camlInvalid();
  return moved;
}
