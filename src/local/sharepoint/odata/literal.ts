/** What stands between parentheses or beside an operator: strings carry GUIDs and dates too. */
export type Literal = string | number | boolean | null;

const quoted = /^(?:guid|datetime|datetimeoffset|binary)?'((?:[^']|'')*)'$/i;
const numeric = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?[dfml]?$/i;

/** Reads one OData literal; undefined where the text is none. */
export function parseLiteral(text: string): Literal | undefined {
  const match = quoted.exec(text);
  if (match) return (match[1] ?? "").replaceAll("''", "'");
  if (numeric.test(text)) return Number(text.replace(/[dfml]$/i, ""));
  if (/^true$/i.test(text)) return true;
  if (/^false$/i.test(text)) return false;
  if (/^null$/i.test(text)) return null;
  return undefined;
}
