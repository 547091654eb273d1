import { queryInvalid } from "../errors.ts";
import { parseLiteral, type Literal } from "./literal.ts";
import { remembered } from "./remembered.ts";
import { tokenize, type Token } from "./tokens.ts";

export type Operator = "eq" | "ne" | "lt" | "le" | "gt" | "ge";

export type Operand =
  | { readonly kind: "path"; readonly names: readonly string[] }
  | { readonly kind: "literal"; readonly value: Literal }
  | { readonly kind: "function"; readonly name: string; readonly operands: readonly Operand[] };

export type Filter =
  | { readonly kind: "and" | "or"; readonly left: Filter; readonly right: Filter }
  | { readonly kind: "not"; readonly inner: Filter }
  | {
      readonly kind: "compare";
      readonly operator: Operator;
      readonly left: Operand;
      readonly right: Operand;
    }
  | { readonly kind: "holds"; readonly operand: Operand };

const operators: readonly Operator[] = ["eq", "ne", "lt", "le", "gt", "ge"];
const deepest = 200;

/** Reads a $filter into a tree: `or` binds least, then `and`, then `not`. Throws 400 for anything else. */
export const parseFilter = remembered(readFilter);

function readFilter(text: string): Filter {
  const reader = new Reader(tokenize(text), text);
  const filter = disjunction(reader, 0);
  reader.end();
  return filter;
}

class Reader {
  readonly #tokens: readonly Token[];
  readonly #text: string;
  #at = 0;

  constructor(tokens: readonly Token[], text: string) {
    this.#tokens = tokens;
    this.#text = text;
  }

  peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  next(): Token {
    const token = this.#tokens[this.#at++];
    if (!token) throw this.broken();
    return token;
  }

  /** Takes the next token if it is this word or mark. */
  take(text: string): boolean {
    const token = this.peek();
    if (token === undefined || token.kind === "literal" || token.text !== text) return false;
    this.#at++;
    return true;
  }

  expect(text: string): void {
    if (!this.take(text)) throw this.broken();
  }

  end(): void {
    if (this.peek()) throw this.broken();
  }

  broken() {
    return queryInvalid(`The expression "${this.#text}" is not valid.`);
  }
}

function disjunction(reader: Reader, depth: number): Filter {
  let left = conjunction(reader, depth);
  while (reader.take("or")) left = { kind: "or", left, right: conjunction(reader, depth) };
  return left;
}

function conjunction(reader: Reader, depth: number): Filter {
  let left = negation(reader, depth);
  while (reader.take("and")) left = { kind: "and", left, right: negation(reader, depth) };
  return left;
}

function negation(reader: Reader, depth: number): Filter {
  if (depth > deepest) throw reader.broken();
  if (reader.take("not")) return { kind: "not", inner: negation(reader, depth + 1) };
  if (reader.take("(")) {
    const inner = disjunction(reader, depth + 1);
    reader.expect(")");
    return inner;
  }
  return comparison(reader, depth);
}

function comparison(reader: Reader, depth: number): Filter {
  const left = operand(reader, depth);
  const token = reader.peek();
  const operator = operators.find((name) => token?.kind === "word" && token.text === name);
  if (!operator) return { kind: "holds", operand: left };
  reader.next();
  return { kind: "compare", operator, left, right: operand(reader, depth) };
}

function operand(reader: Reader, depth: number): Operand {
  if (depth > deepest) throw reader.broken();
  const token = reader.next();
  if (token.kind === "literal") return literal(token.text, reader);
  if (token.kind !== "word") throw reader.broken();
  if (/^(?:true|false|null)$/.test(token.text)) return literal(token.text, reader);
  if (!reader.take("(")) return { kind: "path", names: token.text.split("/") };
  const operands: Operand[] = [];
  do operands.push(operand(reader, depth + 1));
  while (reader.take(","));
  reader.expect(")");
  return { kind: "function", name: token.text.toLowerCase(), operands };
}

function literal(text: string, reader: Reader): Operand {
  const value = parseLiteral(text);
  if (value === undefined) throw reader.broken();
  return { kind: "literal", value };
}
