import { FormulaError } from "./formula-error.ts";

export type BinaryOperator =
  | "="
  | "<>"
  | "<"
  | "<="
  | ">"
  | ">="
  | "+"
  | "-"
  | "*"
  | "/"
  | "^"
  | "&";

/** A formula of a calculated column or a validation, as a tree. */
export type Formula =
  | { readonly kind: "value"; readonly value: number | string | boolean }
  | { readonly kind: "field"; readonly name: string }
  | { readonly kind: "negative"; readonly inner: Formula }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: Formula;
      readonly right: Formula;
    }
  | { readonly kind: "call"; readonly name: string; readonly operands: readonly Formula[] };

const token =
  /\s*(?:(\d+(?:\.\d+)?)|"((?:[^"]|"")*)"|\[([^\]]+)\]|([\p{L}_][\p{L}\p{N}_.]*)|(<=|>=|<>|[=<>+\-*/^&(),;]))/uy;

/** What binds least comes first. */
const levels: readonly (readonly BinaryOperator[])[] = [
  ["=", "<>", "<=", ">=", "<", ">"],
  ["&"],
  ["+", "-"],
  ["*", "/"],
  ["^"],
];
const deepest = 60;

interface Token {
  readonly kind: "number" | "text" | "field" | "word" | "sign";
  readonly text: string;
}

/** Reads `=IF([Score]>5,"high","low")`; the equals sign at the start may be left out. Throws FormulaError. */
export function parseFormula(text: string): Formula {
  const tokens = tokenize(text.trim().replace(/^=/, ""));
  const reader = new Reader(tokens);
  const formula = binary(reader, 0, 0);
  if (reader.peek()) throw new FormulaError();
  return formula;
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (text.slice(at).trim() !== "") {
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match) throw new FormulaError();
    at = token.lastIndex;
    tokens.push(readToken(match));
  }
  return tokens;
}

function readToken([, number, quoted, field, word, sign]: RegExpExecArray): Token {
  if (number !== undefined) return { kind: "number", text: number };
  if (quoted !== undefined) return { kind: "text", text: quoted.replaceAll('""', '"') };
  if (field !== undefined) return { kind: "field", text: field };
  if (word !== undefined) return { kind: "word", text: word };
  return { kind: "sign", text: sign ?? "" };
}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  next(): Token {
    const next = this.#tokens[this.#at++];
    if (!next) throw new FormulaError();
    return next;
  }

  take(sign: string): boolean {
    const next = this.peek();
    if (next?.kind !== "sign" || next.text !== sign) return false;
    this.#at++;
    return true;
  }
}

function binary(reader: Reader, level: number, depth: number): Formula {
  const operators = levels[level];
  if (!operators) return prefix(reader, depth);
  let left = binary(reader, level + 1, depth);
  for (;;) {
    const operator = operators.find((sign) => reader.take(sign));
    if (operator === undefined) return left;
    left = { kind: "binary", operator, left, right: binary(reader, level + 1, depth) };
  }
}

function prefix(reader: Reader, depth: number): Formula {
  if (depth > deepest) throw new FormulaError();
  if (reader.take("-")) return { kind: "negative", inner: prefix(reader, depth + 1) };
  if (reader.take("+")) return prefix(reader, depth + 1);
  if (!reader.take("(")) return operand(reader, depth);
  const inner = binary(reader, 0, depth + 1);
  if (!reader.take(")")) throw new FormulaError();
  return inner;
}

function operand(reader: Reader, depth: number): Formula {
  const next = reader.next();
  if (next.kind === "number") return { kind: "value", value: Number(next.text) };
  if (next.kind === "text") return { kind: "value", value: next.text };
  if (next.kind === "field") return { kind: "field", name: next.text };
  if (next.kind !== "word") throw new FormulaError();
  if (reader.take("(")) return call(reader, next.text.toUpperCase(), depth);
  if (/^(?:true|false)$/i.test(next.text))
    return { kind: "value", value: next.text.toLowerCase() === "true" };
  return { kind: "field", name: next.text };
}

function call(reader: Reader, name: string, depth: number): Formula {
  const operands: Formula[] = [];
  if (reader.take(")")) return { kind: "call", name, operands };
  do operands.push(binary(reader, 0, depth + 1));
  while (reader.take(",") || reader.take(";"));
  if (!reader.take(")")) throw new FormulaError();
  return { kind: "call", name, operands };
}
