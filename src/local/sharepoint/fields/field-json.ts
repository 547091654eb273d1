import { z } from "zod";
import { argumentInvalid } from "../errors.ts";
import type { JsonObject } from "../json.ts";
import { creatableKind, type FieldType } from "./field-types.ts";
import { fieldSettings, internalNameOf, type FieldSettings, type NewField } from "./field.ts";

const flag = z.boolean().optional();

/** What clients may set of a field, whether they add or change it. */
export const fieldChange = z.looseObject({
  Title: z.string().min(1).max(255).optional(),
  Description: z.string().optional(),
  Group: z.string().optional(),
  Required: flag,
  Indexed: flag,
  EnforceUniqueValues: flag,
  Hidden: flag,
  ReadOnlyField: flag,
  StaticName: z.string().optional(),
  DefaultValue: z.string().nullable().optional(),
  DefaultFormula: z.string().max(1024).nullable().optional(),
  MaxLength: z.number().int().min(1).max(255).optional(),
  NumberOfLines: z.number().int().optional(),
  RichText: flag,
  AppendOnly: flag,
  Choices: z.array(z.string()).optional(),
  FillInChoice: flag,
  MinimumValue: z.number().optional(),
  MaximumValue: z.number().optional(),
  ShowAsPercentage: flag,
  DisplayFormat: z.number().int().optional(),
  SelectionMode: z.number().int().optional(),
  AllowMultipleValues: flag,
  CurrencyLocaleId: z.number().int().optional(),
  Formula: z.string().max(8000).optional(),
  OutputType: z.number().int().optional(),
  ValidationFormula: z.string().max(1024).nullable().optional(),
  ValidationMessage: z.string().max(1024).nullable().optional(),
});

const newField = fieldChange.extend({
  Title: z.string().min(1).max(255),
  FieldTypeKind: z.number().int(),
  LookupListId: z.string().optional(),
  LookupFieldName: z.string().optional(),
});

export interface FieldChange {
  readonly title?: string;
  readonly indexed?: boolean;
  readonly unique?: boolean;
  readonly settings: Partial<FieldSettings>;
}

/** Reads the body of `fields` or `fields/addfield`. Throws 400 for kinds that cannot be added. */
export function readFieldJson(body: JsonObject | Record<string, unknown>): NewField {
  const result = newField.safeParse(body);
  if (!result.success)
    throw argumentInvalid(`The field is not valid: ${result.error.issues[0]?.message ?? ""}`);
  const { data } = result;
  const type = typeOf(data.FieldTypeKind, data.AllowMultipleValues === true);
  const { settings } = readFieldChange(data);
  return {
    name: internalNameOf(data.Title),
    title: data.Title,
    type,
    indexed: data.Indexed === true || data.EnforceUniqueValues === true,
    unique: data.EnforceUniqueValues === true,
    settings: fieldSettings.parse({
      ...settings,
      ...(type === "Calculated" ? { readOnly: true } : {}),
      dateOnly: type === "DateTime" && data.DisplayFormat === 0,
      lookupList: data.LookupListId?.replace(/^\{|\}$/g, "").toLowerCase() ?? null,
      showField: data.LookupFieldName,
    }),
  };
}

export function readFieldChange(body: z.infer<typeof fieldChange>): FieldChange {
  const settings: Record<string, unknown> = {
    description: body.Description,
    group: body.Group,
    required: body.Required,
    hidden: body.Hidden,
    readOnly: body.ReadOnlyField,
    staticName: body.StaticName,
    defaultValue: body.DefaultValue,
    defaultFormula: body.DefaultFormula,
    maxLength: body.MaxLength,
    lines: body.NumberOfLines,
    richText: body.RichText,
    appendOnly: body.AppendOnly,
    choices: body.Choices,
    fillIn: body.FillInChoice,
    minimum: body.MinimumValue,
    maximum: body.MaximumValue,
    percentage: body.ShowAsPercentage,
    selectionMode: body.SelectionMode,
    currencyLocale: body.CurrencyLocaleId,
    formula: body.Formula,
    outputType: body.OutputType,
    validationFormula: body.ValidationFormula,
    validationMessage: body.ValidationMessage,
  };
  const given = Object.entries(settings).filter(([, value]) => value !== undefined);
  const { Title: title, Indexed: indexed, EnforceUniqueValues: unique } = body;
  return {
    ...(title === undefined ? {} : { title }),
    ...(indexed === undefined && unique !== true
      ? {}
      : { indexed: unique === true || indexed === true }),
    ...(unique === undefined ? {} : { unique }),
    settings: Object.fromEntries(given),
  };
}

function typeOf(kind: number, many: boolean): FieldType {
  const type = creatableKind(kind);
  if (!type) throw argumentInvalid(`Fields of the kind ${kind} cannot be added by this service.`);
  if (many && type === "User") return "UserMulti";
  if (many && type === "Lookup") return "LookupMulti";
  return type;
}
