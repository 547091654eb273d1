import { propertyMissing, queryInvalid } from "../errors.ts";
import { isMany, isPerson } from "../fields/field-types.ts";
import type { Field } from "../fields/field.ts";
import type { Filter, Operand, Operator } from "../odata/filter.ts";
import type { Literal } from "../odata/literal.ts";
import type { Catalogue } from "../store/catalogue.ts";
import { tableOf, type List } from "../store/list.ts";
import { columnSql, findField, isReference, type Alias } from "./columns.ts";
import { comparable } from "./comparable.ts";
import type { Condition } from "./condition.ts";
import { personColumn } from "./shown.ts";

export interface Scene {
  readonly list: List;
  readonly catalogue: Catalogue;
  /** Whether notes may be searched: in CAML they may, in $filter not. */
  readonly notes?: boolean;
  /** What leaves out the items of a list, as `target`, that the caller may not see. */
  readonly trim?: (list: List) => readonly Condition[];
  /** The table of a list as the caller reads it; the plain one where nothing is said. */
  readonly table?: (list: List) => Condition;
}

const longestPattern = 4000;

const signs: Readonly<Record<Operator, string>> = {
  eq: "=",
  ne: "<>",
  lt: "<",
  le: "<=",
  gt: ">",
  ge: ">=",
};
const flipped: Readonly<Record<Operator, Operator>> = {
  eq: "eq",
  ne: "ne",
  lt: "gt",
  le: "ge",
  gt: "lt",
  ge: "le",
};

/** Translates a filter into SQL with parameters. Throws 400 for what cannot be filtered by. */
export function whereSql(filter: Filter, scene: Scene): Condition {
  if (filter.kind === "holds") return holds(filter.operand, scene);
  if (filter.kind === "compare") return compare(filter.operator, filter.left, filter.right, scene);
  if (filter.kind === "not") return negated(whereSql(filter.inner, scene));
  const left = whereSql(filter.left, scene);
  const right = whereSql(filter.right, scene);
  return {
    sql: `(${left.sql} ${filter.kind === "and" ? "AND" : "OR"} ${right.sql})`,
    parameters: [...left.parameters, ...right.parameters],
  };
}

/** A condition on nothing is neither true nor false in SQL; its opposite here is true. */
function negated({ sql, parameters }: Condition): Condition {
  return { sql: `NOT ifnull(${sql}, 0)`, parameters };
}

function compare(operator: Operator, left: Operand, right: Operand, scene: Scene): Condition {
  if (right.kind === "literal" && left.kind !== "literal")
    return compareTo(operator, left, right.value, scene);
  if (left.kind === "literal" && right.kind !== "literal")
    return compareTo(flipped[operator], right, left.value, scene);
  throw queryInvalid("A filter compares a column with a value.");
}

function compareTo(operator: Operator, operand: Operand, value: Literal, scene: Scene): Condition {
  if (operand.kind === "function") {
    if (isBooleanCall(operand)) return holdsOrNot(operator, operand, value, scene);
    return comparePart(operator, operand, value, scene);
  }
  if (operand.kind !== "path") throw queryInvalid("A filter compares a column with a value.");
  return onPath(operand.names, scene, (field, alias) => plain(operator, field, value, alias));
}

/** `startswith(…) eq true` means what `startswith(…)` alone means. */
function holdsOrNot(operator: Operator, operand: Operand, value: Literal, scene: Scene): Condition {
  const wanted = (value === true || value === 1) === (operator === "eq");
  const inner = holds(operand, scene);
  return wanted ? inner : negated(inner);
}

function plain(operator: Operator, field: Field, value: Literal, alias: Alias): Condition {
  const column = columnSql(field.storedIn, alias);
  if (value === null) {
    if (operator === "eq") return { sql: `${column} IS NULL`, parameters: [] };
    if (operator === "ne") return { sql: `${column} IS NOT NULL`, parameters: [] };
    return { sql: "0", parameters: [] };
  }
  const parameter = comparable(field, value);
  if (isMany(field.type)) {
    const member = `EXISTS (SELECT 1 FROM json_each(${column}) WHERE value = ? COLLATE NOCASE)`;
    const sql = operator === "ne" ? `NOT ${member}` : member;
    return { sql, parameters: [parameter] };
  }
  if (operator === "ne")
    return { sql: `(${column} <> ? OR ${column} IS NULL)`, parameters: [parameter] };
  return { sql: `${column} ${signs[operator]} ?`, parameters: [parameter] };
}

function isBooleanCall(operand: Operand): boolean {
  return operand.kind === "function" && /^(?:startswith|substringof)$/.test(operand.name);
}

function holds(operand: Operand, scene: Scene): Condition {
  if (operand.kind !== "function" || !isBooleanCall(operand))
    throw queryInvalid("A filter is made of comparisons, startswith and substringof.");
  const [first, second] = operand.operands;
  const [subject, sought] = operand.name === "startswith" ? [first, second] : [second, first];
  if (subject?.kind !== "path")
    throw queryInvalid(`The function ${operand.name} takes a column and a text.`);
  const escaped = textSought(operand.name, sought).replaceAll(/[\\%_]/g, String.raw`\$&`);
  const pattern = operand.name === "startswith" ? `${escaped}%` : `%${escaped}%`;
  return onPath(subject.names, scene, (field, alias) => ({
    sql: String.raw`${columnSql(field.storedIn, alias)} LIKE ? ESCAPE '\'`,
    parameters: [pattern],
  }));
}

function textSought(name: string, sought: Operand | undefined): string {
  if (sought?.kind !== "literal" || typeof sought.value !== "string")
    throw queryInvalid(`The function ${name} takes a column and a text.`);
  if (sought.value.length <= longestPattern) return sought.value;
  throw queryInvalid(`The text sought may have ${longestPattern} characters.`);
}

const partFormats: ReadonlyMap<string, string> = new Map([
  ["year", "%Y"],
  ["month", "%m"],
  ["day", "%d"],
  ["hour", "%H"],
  ["minute", "%M"],
  ["second", "%S"],
]);

function comparePart(
  operator: Operator,
  operand: Extract<Operand, { kind: "function" }>,
  value: Literal,
  scene: Scene,
): Condition {
  const format = partFormats.get(operand.name);
  const [subject] = operand.operands;
  if (format === undefined || subject?.kind !== "path" || typeof value !== "number")
    throw queryInvalid(`The function ${operand.name} is not supported here.`);
  return onPath(subject.names, scene, (field, alias) => ({
    sql: `CAST(strftime('${format}', ${columnSql(field.storedIn, alias)}) AS INTEGER) ${signs[operator]} ?`,
    parameters: [value],
  }));
}

type OnField = (field: Field, alias: Alias) => Condition;

/** A path of one name is a column here; of two, a column of the person or item that is pointed at. */
function onPath(names: readonly string[], scene: Scene, condition: OnField): Condition {
  const [first = "", second, ...more] = names;
  const { field, byId } = findField(scene.list, first);
  if (second === undefined) {
    if (isReference(field) && !byId) throw lookupNeedsTarget(first);
    if (scene.notes !== true) refuseNotes(field);
    return condition(field, "item");
  }
  if (!isReference(field) || more.length > 0) throw propertyMissing(names.join("/"));
  if (/^id$/i.test(second)) return condition(field, "item");
  return throughReference(field, second, scene, condition);
}

function throughReference(
  field: Field,
  name: string,
  { catalogue, trim, table }: Scene,
  condition: OnField,
): Condition {
  const column = columnSql(field.storedIn);
  const join = isMany(field.type)
    ? `target.id IN (SELECT value FROM json_each(${column}))`
    : `target.id = ${column}`;
  if (isPerson(field.type)) {
    const inner = condition(personField(field, name), "target");
    return exists(plainTable("principals"), join, [inner]);
  }
  const target = catalogue.byId(field.settings.lookupList ?? "");
  if (!target) throw propertyMissing(`${field.name}/${name}`);
  const inner = condition(findField(target, name).field, "target");
  const from = table?.(target) ?? plainTable(tableOf(target));
  return exists(from, join, [inner, ...(trim?.(target) ?? [])]);
}

const plainTable = (sql: string): Condition => ({ sql, parameters: [] });

function exists(table: Condition, join: string, inner: readonly Condition[]): Condition {
  const sql = [join, ...inner.map((condition) => condition.sql)].join(" AND ");
  return {
    sql: `EXISTS (SELECT 1 FROM ${table.sql} AS target WHERE ${sql})`,
    parameters: [table, ...inner].flatMap(({ parameters }) => parameters),
  };
}

function personField(field: Field, name: string): Field {
  return { ...field, type: "Text", storedIn: personColumn(field, name) };
}

function refuseNotes(field: Field): void {
  if (field.type === "Note" || field.type === "URL")
    throw queryInvalid(
      `The field '${field.name}' of type '${field.type}' cannot be used in the query filter expression.`,
    );
}

export function lookupNeedsTarget(name: string) {
  return queryInvalid(
    `The query to field '${name}' is not valid. The $select query string must specify the target fields and the $expand query string must contain ${name}.`,
  );
}
