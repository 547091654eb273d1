import { argumentInvalid } from "../errors.ts";
import { parseLiteral, type Literal } from "./literal.ts";
import { remembered } from "./remembered.ts";

/** One step of an address: `lists`, `getByTitle('Actions')`, `items(7)`, `$value`. */
export interface Segment {
  readonly name: string;
  /** The name in lower case: addresses are not case-sensitive. */
  readonly key: string;
  readonly positional: readonly Literal[];
  readonly named: ReadonlyMap<string, Literal>;
}

/**
 * Reads the decoded part of an address after `_api/`. Slashes, commas and brackets inside quotes belong to the value.
 * @param aliases values of `@name` from the query string
 */
export function parseAddress(
  path: string,
  aliases: ReadonlyMap<string, string>,
): readonly Segment[] {
  return path.includes("@") ? readAddress(path, aliases) : withoutAliases(path);
}

const noAliases: ReadonlyMap<string, string> = new Map();
const withoutAliases = remembered((path) => readAddress(path, noAliases));

function readAddress(path: string, aliases: ReadonlyMap<string, string>): readonly Segment[] {
  return splitOutsideQuotes(path, "/")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => parseSegment(part, aliases));
}

/** The named argument, else the first without a name. Throws 400 where it is missing or no text. */
export function textArgument(segment: Segment, name?: string): string {
  const value = argument(segment, name);
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  throw argumentInvalid(`${segment.name} needs ${name ?? "a text"} in its parentheses.`);
}

/** As textArgument, for whole numbers. */
export function numberArgument(segment: Segment, name?: string): number {
  const value = Number(argument(segment, name) ?? Number.NaN);
  if (Number.isSafeInteger(value)) return value;
  throw argumentInvalid(`${segment.name} needs a number in its parentheses.`);
}

export function flagArgument(segment: Segment, name: string): boolean {
  const value = segment.named.get(name);
  return value === true || value === 1 || value === "true";
}

export function hasArguments(segment: Segment): boolean {
  return segment.positional.length + segment.named.size > 0;
}

function argument(segment: Segment, name?: string): Literal | undefined {
  return (name === undefined ? undefined : segment.named.get(name)) ?? segment.positional[0];
}

function parseSegment(part: string, aliases: ReadonlyMap<string, string>): Segment {
  const open = part.indexOf("(");
  const name = open < 0 ? part : part.slice(0, open);
  const positional: Literal[] = [];
  const named = new Map<string, Literal>();
  if (open >= 0) {
    if (!part.endsWith(")"))
      throw argumentInvalid(`The bracket after '${name}' is not closed in the address.`);
    for (const text of splitOutsideQuotes(part.slice(open + 1, -1), ",")) {
      if (text.trim() === "") continue;
      const [, key, value] = /^\s*(?:([A-Za-z_]\w*)\s*=)?\s*([\s\S]*?)\s*$/.exec(text) ?? [];
      const literal = readValue(value ?? "", aliases);
      if (key === undefined) positional.push(literal);
      else named.set(key.toLowerCase(), literal);
    }
  }
  return { name, key: name.toLowerCase(), positional, named };
}

function readValue(text: string, aliases: ReadonlyMap<string, string>): Literal {
  const meant = text.startsWith("@") ? aliases.get(text.toLowerCase()) : text;
  if (meant !== undefined && text.startsWith("@") && meant.startsWith("{")) return meant;
  const literal = meant === undefined ? undefined : parseLiteral(meant);
  if (literal === undefined)
    throw argumentInvalid(`The expression "${text}" in the address is not valid.`);
  return literal;
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let quoted = false;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === "'") quoted = !quoted;
    else if (quoted) continue;
    else if (char === "(") depth++;
    else if (char === ")") depth--;
    else if (char === separator && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}
