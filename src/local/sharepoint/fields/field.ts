import { z } from "zod";
import { isLookup, isPerson, type FieldType } from "./field-types.ts";

/** What a column allows and how it shows; which of these matter depends on its type. */
export const fieldSettings = z.object({
  staticName: z.string().optional(),
  description: z.string().default(""),
  group: z.string().default("Custom Columns"),
  required: z.boolean().default(false),
  hidden: z.boolean().default(false),
  readOnly: z.boolean().default(false),
  defaultValue: z.string().nullable().default(null),
  /** Worked out for every new item; it cannot refer to other columns. */
  defaultFormula: z.string().nullable().default(null),
  maxLength: z.number().default(255),
  richText: z.boolean().default(false),
  lines: z.number().default(6),
  appendOnly: z.boolean().default(false),
  choices: z.array(z.string()).default([]),
  fillIn: z.boolean().default(false),
  minimum: z.number().nullable().default(null),
  maximum: z.number().nullable().default(null),
  decimals: z.number().nullable().default(null),
  percentage: z.boolean().default(false),
  dateOnly: z.boolean().default(false),
  lookupList: z.string().nullable().default(null),
  showField: z.string().default("Title"),
  selectionMode: z.number().default(1),
  currencyLocale: z.number().default(1033),
  /** Of a lookup that another one carries: that one's id. */
  primaryField: z.string().nullable().default(null),
  showInDisplayForm: z.boolean().optional(),
  showInEditForm: z.boolean().optional(),
  showInNewForm: z.boolean().optional(),
  /** Of a calculated column, what it holds and of what kind that is. */
  formula: z.string().nullable().default(null),
  outputType: z.number().default(2),
  validationFormula: z.string().nullable().default(null),
  validationMessage: z.string().nullable().default(null),
});

export type FieldSettings = z.infer<typeof fieldSettings>;

export interface Field {
  readonly id: string;
  /** The internal name. */
  readonly name: string;
  readonly title: string;
  readonly type: FieldType;
  /** A column of the list's table, or the name of an expression over it. */
  readonly storedIn: string;
  readonly position: number;
  readonly indexed: boolean;
  readonly unique: boolean;
  readonly builtIn: boolean;
  readonly settings: FieldSettings;
}

export type NewField = Pick<
  Field,
  "name" | "title" | "type" | "indexed" | "unique" | "settings"
> & {
  readonly id?: string;
};

/** How a field is called in an item's JSON: people and lookups answer by id. */
export function propertyName(field: Field): string {
  return isPerson(field.type) || isLookup(field.type)
    ? `${entityName(field)}Id`
    : entityName(field);
}

/** Names that OData cannot begin with get a prefix. */
export function entityName(field: { readonly name: string }): string {
  return /^[_\d]/.test(field.name) ? `OData_${field.name}` : field.name;
}

/** The internal name that SharePoint makes of a title: what a name may not hold is written as `_xHHHH_`. */
export function internalNameOf(title: string): string {
  return Array.from(title.normalize("NFC"))
    .map((char, index) =>
      /[\p{L}\p{N}]/u.test(char) && !(index === 0 && /\d/.test(char)) ? char : escapeChar(char),
    )
    .join("")
    .slice(0, 32);
}

function escapeChar(char: string): string {
  if (char === "_") return char;
  return `_x${(char.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}_`;
}
