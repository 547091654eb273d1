import { child, type XmlElement } from "../xml/xml-tree.ts";
import { camlInvalid, camlUnsupported } from "./caml-errors.ts";

/** `<Field Name='City' Type='Lookup' List='customers' ShowField='City'/>`: a column of the item that a lookup points at. */
export interface ProjectedField {
  readonly name: string;
  /** The lookup that leads there, by internal name. */
  readonly lookup: string;
  readonly showField: string;
}

interface Join {
  readonly alias: string;
  readonly lookup: string;
  readonly inner: boolean;
}

/** Reads `<Joins>` and `<ProjectedFields>`. Throws 501 for joins that go on from another one. */
export function readJoins(
  joins: XmlElement | undefined,
  projected: XmlElement | undefined,
): { readonly projected: readonly ProjectedField[]; readonly inner: readonly string[] } {
  const known = (joins?.children ?? []).map(readJoin);
  return {
    projected: (projected?.children ?? []).map((field) => readProjected(field, known)),
    inner: known.filter(({ inner }) => inner).map(({ lookup }) => lookup),
  };
}

function readJoin(join: XmlElement): Join {
  const { Type: type = "INNER", ListAlias: alias } = join.attributes;
  if (join.name !== "Join" || alias === undefined || !/^(?:LEFT|INNER)$/i.test(type))
    throw camlInvalid();
  const lookup = readLookup(child(join, "Eq")?.children ?? []);
  return { alias: alias.toLowerCase(), lookup, inner: type.toUpperCase() === "INNER" };
}

/** One side is the lookup of this list, the other the ID of the joined one. */
function readLookup(sides: readonly XmlElement[]): string {
  const lookup = sides.find(({ attributes }) => /^id$/i.test(attributes["RefType"] ?? ""));
  const { Name: name, List: other } = lookup?.attributes ?? {};
  if (other !== undefined) throw camlUnsupported("CAML with a join that goes on from another one");
  if (sides.length !== 2 || name === undefined) throw camlInvalid();
  return name;
}

function readProjected({ name, attributes }: XmlElement, joins: readonly Join[]): ProjectedField {
  const { Name: own, List: alias = "", ShowField: showField } = attributes;
  const join = joins.find((candidate) => candidate.alias === alias.toLowerCase());
  if (name !== "Field" || own === undefined || showField === undefined || !join)
    throw camlInvalid();
  return { name: own, lookup: join.lookup, showField };
}
