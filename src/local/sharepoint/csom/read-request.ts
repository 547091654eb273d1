import { argumentInvalid } from "../errors.ts";
import { child, parseXml, type XmlElement } from "../xml/xml-tree.ts";

type Plain = string | number | boolean | null;

/** A value as the client object model writes it: a plain one, properties of an object by name, or several. */
export type Parameter =
  | { readonly kind: "plain"; readonly value: Plain }
  | { readonly kind: "object"; readonly properties: ReadonlyMap<string, Parameter> }
  | { readonly kind: "list"; readonly entries: readonly Parameter[] }
  | { readonly kind: "path"; readonly id: string };

/** How an object is reached: from the one before it, or by an identity that was told earlier. */
export interface ObjectPath {
  readonly id: string;
  readonly kind: "StaticProperty" | "Property" | "Method" | "Identity" | "Constructor";
  readonly parent: string;
  readonly name: string;
  readonly parameters: readonly Parameter[];
}

/** What is to be done with an object, in the order it was sent. */
export interface Action {
  readonly id: string;
  readonly kind: string;
  readonly path: string;
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** The properties that a query asks for; none means all that are usual. */
  readonly selected: readonly string[];
  /** Those of them that are objects of their own. */
  readonly opened: readonly string[];
}

export interface CsomRequest {
  readonly paths: ReadonlyMap<string, ObjectPath>;
  readonly actions: readonly Action[];
}

const pathKinds = ["StaticProperty", "Property", "Method", "Identity", "Constructor"] as const;

/** Reads a request of the client object model (MS-CSOM). Throws 400 for what is none. */
export function readCsom(body: string): CsomRequest {
  const request = parseXml(body);
  if (request?.name !== "Request") throw argumentInvalid("The request is no Request in XML.");
  const paths = (child(request, "ObjectPaths")?.children ?? []).map(readPath);
  return {
    paths: new Map(paths.map((path) => [path.id, path])),
    actions: (child(request, "Actions")?.children ?? []).map(readAction),
  };
}

function readPath(element: XmlElement): ObjectPath {
  const kind = pathKinds.find((known) => known === element.name);
  if (!kind) throw argumentInvalid(`There is no object path ${element.name}.`);
  const { Id: id = "", ParentId: parent = "", Name: name = "" } = element.attributes;
  return { id, kind, parent, name, parameters: readParameters(element) };
}

function readAction(element: XmlElement): Action {
  const { Id: id = "", ObjectPathId: path = "", Name: name = "" } = element.attributes;
  const asked = child(child(element, "Query"), "Properties")?.children ?? [];
  return {
    id,
    kind: element.name,
    path,
    name,
    parameters: readParameters(element),
    selected: namesOf(asked),
    opened: namesOf(asked.filter((property) => child(property, "Query"))),
  };
}

const namesOf = (elements: readonly XmlElement[]) =>
  elements.map(({ attributes }) => attributes["Name"] ?? "");

/** A method's parameters stand together, a property's value alone. */
function readParameters(element: XmlElement): Parameter[] {
  const around = child(element, "Parameters") ?? element;
  return around.children.filter(({ name }) => name === "Parameter").map(readParameter);
}

function readParameter({ attributes, children, text }: XmlElement): Parameter {
  const { ObjectPathId: id, Type: type } = attributes;
  if (id !== undefined) return { kind: "path", id };
  if (type === "Array") return { kind: "list", entries: children.map(readParameter) };
  if (type === undefined) {
    const named = children.filter(({ name }) => name === "Property");
    const properties = named.map((each): [string, Parameter] => [
      each.attributes["Name"] ?? "",
      readParameter(each),
    ]);
    return { kind: "object", properties: new Map(properties) };
  }
  return { kind: "plain", value: plainValue(type, text) };
}

function plainValue(type: string, text: string): Plain {
  if (type === "Null") return null;
  if (type === "Boolean") return /^(?:true|1)$/i.test(text.trim());
  const isNumber = /^(?:U?Int|Double|Enum|Byte)/.test(type);
  return isNumber && Number.isFinite(Number(text)) ? Number(text) : text;
}
