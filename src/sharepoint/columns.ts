/** What a list column holds. Days are ISO text: a date in a form value is read in the site's own locale. */
export type ColumnKind = "Text" | "Note" | "Number" | "Choice" | "Url" | "People";

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Every column that a filter or an order uses. */
  readonly indexed?: true;
  /** Enforced by SharePoint; always indexed too. */
  readonly unique?: true;
  readonly required?: true;
  readonly choices?: readonly string[];
}

export const text = (name: string, more: Partial<Column> = {}): Column => ({
  name,
  kind: "Text",
  ...more,
});
export const note = (name: string): Column => ({ name, kind: "Note" });
export const number = (name: string, more: Partial<Column> = {}): Column => ({
  name,
  kind: "Number",
  ...more,
});
export const choice = (name: string, choices: readonly string[]): Column => ({
  name,
  kind: "Choice",
  choices,
});
