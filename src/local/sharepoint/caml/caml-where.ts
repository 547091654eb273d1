import { child, type XmlElement } from "../xml/xml-tree.ts";
import { camlInvalid } from "./caml-errors.ts";

/** How a column is compared with one value. */
export type Comparison =
  | "Eq"
  | "Neq"
  | "Lt"
  | "Leq"
  | "Gt"
  | "Geq"
  | "BeginsWith"
  | "Contains"
  | "Includes"
  | "NotIncludes";

export interface CamlField {
  readonly name: string;
  /** Whether people and lookups are meant by id. */
  readonly byId: boolean;
}

export type CamlValue =
  | { readonly kind: "text"; readonly text: string; readonly withTime: boolean }
  | { readonly kind: "today"; readonly offsetDays: number; readonly withTime: boolean }
  | { readonly kind: "caller" };

export type CamlWhere =
  | { readonly kind: "and" | "or"; readonly left: CamlWhere; readonly right: CamlWhere }
  | { readonly kind: "not"; readonly inner: CamlWhere }
  | { readonly kind: "null" | "not-null"; readonly field: CamlField }
  | {
      readonly kind: "compare";
      readonly comparison: Comparison;
      readonly field: CamlField;
      readonly value: CamlValue;
    }
  | { readonly kind: "in"; readonly field: CamlField; readonly values: readonly CamlValue[] }
  | {
      readonly kind: "member";
      readonly field: CamlField;
      readonly of: Membership;
      /** Of SPGroup, which one. */
      readonly group: number;
    }
  | {
      readonly kind: "overlap";
      readonly start: CamlField;
      readonly end: CamlField;
      readonly range: Range;
    };

const memberships = [
  "CurrentUserGroups",
  "SPGroup",
  "SPWeb.AllUsers",
  "SPWeb.Groups",
  "SPWeb.Users",
] as const;
export type Membership = (typeof memberships)[number];

const ranges = ["Now", "Today", "Week", "Month", "Year"] as const;
export type Range = (typeof ranges)[number];

const comparisons: readonly Comparison[] = [
  "Eq",
  "Neq",
  "Lt",
  "Leq",
  "Gt",
  "Geq",
  "BeginsWith",
  "Contains",
  "Includes",
  "NotIncludes",
];

/** SharePoint takes no more in one `<In>`. */
const mostValues = 500;

const readers: Readonly<Record<string, (element: XmlElement) => CamlWhere>> = {
  And: (element) => readPair("and", element),
  Or: (element) => readPair("or", element),
  Not: readNot,
  IsNull: (element) => ({ kind: "null", field: readField(element) }),
  IsNotNull: (element) => ({ kind: "not-null", field: readField(element) }),
  In: readIn,
  Membership: readMembership,
  DateRangesOverlap: readOverlap,
};

/** Reads one condition and what it is made of. */
export function readWhere(element: XmlElement): CamlWhere {
  const comparison = comparisons.find((name) => name === element.name);
  if (comparison)
    return { kind: "compare", comparison, field: readField(element), value: readOne(element) };
  if (!Object.hasOwn(readers, element.name)) throw camlInvalid();
  return readers[element.name]?.(element) ?? readNot(element);
}

function readPair(kind: "and" | "or", { children }: XmlElement): CamlWhere {
  const [left, right, ...more] = children;
  if (!left || !right || more.length > 0) throw camlInvalid();
  return { kind, left: readWhere(left), right: readWhere(right) };
}

function readNot({ children }: XmlElement): CamlWhere {
  const [inner, ...more] = children;
  if (!inner || more.length > 0) throw camlInvalid();
  return { kind: "not", inner: readWhere(inner) };
}

function readIn(element: XmlElement): CamlWhere {
  const values = (child(element, "Values")?.children ?? []).map(readValue);
  if (values.length === 0 || values.length > mostValues) throw camlInvalid();
  return { kind: "in", field: readField(element), values };
}

function readMembership(element: XmlElement): CamlWhere {
  const of = memberships.find((type) => type === element.attributes["Type"]);
  const group = Number(element.attributes["ID"] ?? 0);
  if (!of || !Number.isSafeInteger(group) || (of === "SPGroup") !== group > 0) throw camlInvalid();
  return { kind: "member", field: readField(element), of, group };
}

/** Two columns of dates, perhaps one for events that recur, and the time that they are to touch. */
function readOverlap({ children }: XmlElement): CamlWhere {
  const names = children
    .filter(({ name }) => name === "FieldRef")
    .map(({ attributes }) => attributes["Name"] ?? "");
  const [start = "", end = ""] = names;
  const value = children.find(({ name }) => name === "Value")?.children[0];
  const range = ranges.find((name) => name === value?.name);
  if (start === "" || end === "" || names.length > 3 || !range) throw camlInvalid();
  return {
    kind: "overlap",
    start: { name: start, byId: false },
    end: { name: end, byId: false },
    range,
  };
}

function readField(element: XmlElement): CamlField {
  const ref = child(element, "FieldRef");
  const name = ref?.attributes["Name"];
  if (name === undefined || name === "") throw camlInvalid();
  return { name, byId: /^true$/i.test(ref?.attributes["LookupId"] ?? "") };
}

function readOne(element: XmlElement): CamlValue {
  const values = element.children.filter(({ name }) => name !== "FieldRef");
  const [value] = values;
  if (!value || values.length > 1) throw camlInvalid();
  return readValue(value);
}

function readValue(element: XmlElement): CamlValue {
  if (element.name !== "Value") throw camlInvalid();
  const withTime = /^true$/i.test(element.attributes["IncludeTimeValue"] ?? "");
  const [inner, ...more] = element.children;
  if (more.length > 0) throw camlInvalid();
  if (!inner) return { kind: "text", text: element.text, withTime };
  if (inner.name === "UserID") return { kind: "caller" };
  if (inner.name === "Now") return { kind: "today", offsetDays: 0, withTime: true };
  return { kind: "today", offsetDays: readOffset(inner), withTime };
}

function readOffset({ name, attributes }: XmlElement): number {
  const offset = Number(attributes["OffsetDays"] ?? attributes["Offset"] ?? 0);
  if (name !== "Today" || !Number.isSafeInteger(offset) || Math.abs(offset) > 100_000)
    throw camlInvalid();
  return offset;
}
