/**
 * How a spreadsheet knows a formula by its first character: in Asia by the wide ones too
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
const begins = "'*[=+\\-@＝＋－＠\\t\\r\\n]";
const formula = new RegExp(`^${begins}`);
const guarded = new RegExp(`^'(?=${begins})`);

/** Text that no spreadsheet takes for a formula: an apostrophe before it keeps it text. */
export function guardFormula(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** The text that was guarded so. */
export function withoutGuard(text: string): string {
  return text.replace(guarded, "");
}
