import { queryInvalid } from "../errors.ts";
import { remembered } from "./remembered.ts";

/** Which properties a client wants of one thing, and the same for what it expands. */
export interface Shape {
  /** Names asked for; none means the default ones. */
  readonly select: readonly string[];
  readonly expand: ReadonlyMap<string, Shape>;
}

export interface Query {
  readonly shape: Shape;
  readonly filter: string | undefined;
  readonly orderBy: string | undefined;
  readonly top: number | undefined;
  readonly skip: number | undefined;
  readonly skipToken: string | undefined;
  /** Everything as it was sent, for aliases and for the address of the next page. */
  readonly parameters: ReadonlyMap<string, string>;
}

export const noShape: Shape = { select: [], expand: new Map() };

/** Reads a raw query string, where `+` stands for a space. Throws 400 for numbers that are none. */
export const parseQuery = remembered(readQuery);

function readQuery(raw: string): Query {
  const parameters = new Map<string, string>();
  for (const part of raw.split("&").filter((text) => text !== "")) {
    const equals = part.indexOf("=");
    const name = decode(equals < 0 ? part : part.slice(0, equals));
    parameters.set(name.toLowerCase(), equals < 0 ? "" : decode(part.slice(equals + 1)));
  }
  return {
    shape: parseShape(parameters.get("$select"), parameters.get("$expand")),
    filter: parameters.get("$filter") || undefined,
    orderBy: parameters.get("$orderby") || undefined,
    top: readCount(parameters, "$top"),
    skip: readCount(parameters, "$skip"),
    skipToken: parameters.get("$skiptoken") || undefined,
    parameters,
  };
}

/** Decodes one value of a query string or a path. Throws 400 for broken escapes. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw queryInvalid("The address holds an escape sequence that is not valid.");
  }
}

interface Growing {
  readonly select: string[];
  readonly expand: Map<string, Growing>;
}

function parseShape(select: string | undefined, expand: string | undefined): Shape {
  const root: Growing = { select: [], expand: new Map() };
  for (const path of names(expand)) {
    path.split("/").reduce((node, name) => grow(node, name), root);
  }
  for (const path of names(select)) place(root, path.split("/"));
  return root;
}

/** `To/Title` wants of this thing nothing but what it expands as `To`. */
function place(root: Growing, path: readonly string[]): void {
  let node = root;
  for (const name of path.slice(0, -1)) {
    const next = node.expand.get(name);
    if (!next) {
      node.select.push(path.join("/"));
      return;
    }
    if (!node.select.includes(name)) node.select.push(name);
    node = next;
  }
  node.select.push(path.at(-1) ?? "");
}

function grow(node: Growing, name: string): Growing {
  const next = node.expand.get(name) ?? { select: [], expand: new Map() };
  node.expand.set(name, next);
  return next;
}

function names(list: string | undefined): string[] {
  return (list ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function readCount(parameters: ReadonlyMap<string, string>, name: string): number | undefined {
  const text = parameters.get(name);
  if (text === undefined || text === "") return undefined;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0)
    throw queryInvalid(`The query string "${name}" must be a whole number that is not negative.`);
  return value;
}
