import { queryInvalid } from "../errors.ts";

export interface Token {
  readonly kind: "literal" | "word" | "mark";
  readonly text: string;
}

/** SQLite nests conditions 1,000 deep at most; this keeps well below. */
const mostTokens = 3000;

const space = /\s+/y;
const literal =
  /(?:(?:guid|datetime|datetimeoffset)?'(?:[^']|'')*'|[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?[dfml]?(?![\w]))/iy;
const word = /[\p{L}_@][\p{L}\p{N}_]*(?:\/[\p{L}_][\p{L}\p{N}_]*)*/uy;
const mark = /[(),]/y;

/** Cuts an OData expression into words, literals and marks. Throws 400 where nothing fits. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  while (at < text.length) {
    if (match(space) !== undefined) continue;
    tokens.push(nextToken(match, text));
    if (tokens.length > mostTokens)
      throw queryInvalid("The expression is too complex: it has too many parts.");
  }
  return tokens;
}

function nextToken(match: (pattern: RegExp) => string | undefined, text: string): Token {
  const value = match(literal);
  if (value !== undefined) return { kind: "literal", text: value };
  const name = match(word);
  if (name !== undefined) return { kind: "word", text: name };
  const sign = match(mark);
  if (sign !== undefined) return { kind: "mark", text: sign };
  throw queryInvalid(`The expression "${text}" is not valid.`);
}
