import { XMLParser, XMLValidator } from "fast-xml-parser";
import { z } from "zod";
import { argumentInvalid } from "../errors.ts";
import type { List } from "../store/list.ts";
import { creatableType, isLookup, isMany, isPerson } from "./field-types.ts";
import { fieldSettings, internalNameOf, type Field, type NewField } from "./field.ts";

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: true,
  isArray: (name) => name === "CHOICE",
});

const textNode = z.union([z.string(), z.object({ "#text": z.string().default("") }).loose()]);
const shape = z.object({
  Field: z
    .object({
      CHOICES: z
        .union([z.object({ CHOICE: z.array(textNode).default([]) }).loose(), z.string()])
        .optional(),
      Default: textNode.optional(),
      DefaultFormula: textNode.optional(),
      Formula: textNode.optional(),
      Validation: textNode.optional(),
    })
    .loose(),
});

/** Reads `<Field Type='Text' Name='…'/>`. Throws 400 for XML that is none, and for types that cannot be added. */
export function readFieldXml(xml: string): NewField {
  const element = parse(xml);
  const attributes = attributesOf(element);
  const title = attributes.text("DisplayName") ?? attributes.text("Name");
  if (title === undefined || title === "") throw argumentInvalid("The field needs a DisplayName.");
  const id = attributes.guid("ID");
  const unique = attributes.yes("EnforceUniqueValues");
  return {
    ...(id === undefined ? {} : { id }),
    name: attributes.text("Name") ?? internalNameOf(title),
    title,
    type: typeOf(attributes.text("Type") ?? "", attributes.yes("Mult")),
    indexed: attributes.yes("Indexed") || unique,
    unique,
    settings: fieldSettings.parse({
      ...plainSettings(attributes),
      ...numberSettings(attributes),
      ...formulaSettings(attributes, element),
      defaultValue: element.Default === undefined ? null : textOf(element.Default),
      defaultFormula: element.DefaultFormula === undefined ? null : textOf(element.DefaultFormula),
      choices: choicesOf(element.CHOICES),
    }),
  };
}

function plainSettings({ text, yes, guid }: Attributes) {
  return {
    staticName: text("StaticName"),
    description: text("Description"),
    group: text("Group"),
    required: yes("Required"),
    hidden: yes("Hidden"),
    readOnly: yes("ReadOnly"),
    richText: yes("RichText"),
    appendOnly: yes("AppendOnly"),
    fillIn: yes("FillInChoice"),
    percentage: yes("Percentage"),
    dateOnly: text("Format") === "DateOnly",
    lookupList: guid("List") ?? null,
    showField: text("ShowField"),
    selectionMode: text("UserSelectionMode") === "PeopleOnly" ? 0 : 1,
  };
}

const resultTypes: Readonly<Record<string, number>> = {
  Integer: 1,
  Text: 2,
  DateTime: 4,
  Boolean: 8,
  Number: 9,
  Currency: 10,
};

function formulaSettings(
  { text }: Attributes,
  { Formula: formula, Validation: validation }: z.infer<typeof shape>["Field"],
) {
  return {
    ...(text("Type") === "Calculated" ? { readOnly: true } : {}),
    formula: formula === undefined ? null : textOf(formula),
    outputType: resultTypes[text("ResultType") ?? "Text"],
    validationFormula: validation === undefined ? null : textOf(validation),
    validationMessage: messageOf(validation),
  };
}

function messageOf(validation: z.infer<typeof textNode> | undefined): string | null {
  if (typeof validation !== "object") return null;
  const message = validation["@Message"];
  return typeof message === "string" ? message : null;
}

function numberSettings({ text }: Attributes) {
  return {
    maxLength: numberOf(text("MaxLength")) ?? undefined,
    lines: numberOf(text("NumLines")) ?? undefined,
    minimum: numberOf(text("Min")),
    maximum: numberOf(text("Max")),
    decimals: numberOf(text("Decimals")),
  };
}

interface Attributes {
  readonly text: (name: string) => string | undefined;
  readonly yes: (name: string) => boolean;
  readonly guid: (name: string) => string | undefined;
}

function attributesOf(element: Readonly<Record<string, unknown>>): Attributes {
  const text = (name: string) => {
    const value = element[`@${name}`];
    return typeof value === "string" ? value : undefined;
  };
  return {
    text,
    yes: (name) => text(name)?.toUpperCase() === "TRUE",
    guid: (name) => text(name)?.replaceAll(/[{}]/g, "").toLowerCase(),
  };
}

/** The field as XML, as its SchemaXml answers. */
export function writeFieldXml(list: Pick<List, "id">, field: Field): string {
  const { settings } = field;
  const attributes: Readonly<Record<string, string | number | boolean | null | undefined>> = {
    ID: `{${field.id}}`,
    Type: field.type,
    Name: field.name,
    StaticName: settings.staticName ?? field.name,
    DisplayName: field.title,
    SourceID: `{${list.id}}`,
    Required: settings.required,
    Indexed: field.indexed,
    EnforceUniqueValues: field.unique,
    ReadOnly: settings.readOnly || null,
    Hidden: settings.hidden || null,
    ShowInDisplayForm: settings.showInDisplayForm,
    ShowInEditForm: settings.showInEditForm,
    ShowInNewForm: settings.showInNewForm,
    Min: settings.minimum,
    Max: settings.maximum,
    Decimals: settings.decimals,
    ...typedAttributes(field),
  };
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => ` ${name}="${escapeXml(upper(value))}"`)
    .join("");
  const inner = writeChildren(field);
  return inner === "" ? `<Field${written} />` : `<Field${written}>${inner}</Field>`;
}

function typedAttributes({ type, settings }: Field) {
  if (type === "Text") return { MaxLength: settings.maxLength };
  if (type === "Note") return { NumLines: settings.lines, RichText: settings.richText };
  if (type === "DateTime") return { Format: settings.dateOnly ? "DateOnly" : "DateTime" };
  const many = isMany(type) || null;
  if (isPerson(type)) return { Mult: many };
  if (!isLookup(type)) return {};
  return { List: `{${settings.lookupList}}`, ShowField: settings.showField, Mult: many };
}

function writeChildren({ settings }: Field): string {
  const { defaultValue, defaultFormula, choices, formula, validationFormula, validationMessage } =
    settings;
  const written = choices.map((choice) => `<CHOICE>${escapeXml(choice)}</CHOICE>`).join("");
  return [
    defaultValue === null ? "" : `<Default>${escapeXml(defaultValue)}</Default>`,
    defaultFormula === null ? "" : `<DefaultFormula>${escapeXml(defaultFormula)}</DefaultFormula>`,
    written === "" ? "" : `<CHOICES>${written}</CHOICES>`,
    formula === null ? "" : `<Formula>${escapeXml(formula)}</Formula>`,
    validationFormula
      ? `<Validation Message="${escapeXml(validationMessage ?? "")}">${escapeXml(validationFormula)}</Validation>`
      : "",
  ].join("");
}

function parse(xml: string) {
  if (/<!DOCTYPE/i.test(xml) || XMLValidator.validate(xml) !== true)
    throw argumentInvalid("The schema of the field is not valid XML.");
  const result = shape.safeParse(parser.parse(xml));
  if (result.success) return result.data.Field;
  // A field without attributes or children reads as empty text.
  throw argumentInvalid("The schema needs a Field element with a Type and a DisplayName.");
}

function typeOf(name: string, many: boolean) {
  const type = creatableType(many && /^(?:User|Lookup)$/.test(name) ? `${name}Multi` : name);
  if (type) return type;
  throw argumentInvalid(
    `Field type ${name} is not installed properly. Go to the list settings page to delete this field.`,
  );
}

function choicesOf(choices: z.infer<typeof shape>["Field"]["CHOICES"]): string[] {
  return choices === undefined || typeof choices === "string" ? [] : choices.CHOICE.map(textOf);
}

function textOf(node: z.infer<typeof textNode>): string {
  return typeof node === "string" ? node : node["#text"];
}

function numberOf(text: string | undefined): number | null {
  if (text === undefined || text.trim() === "") return null;
  const value = Number(text);
  if (Number.isFinite(value)) return value;
  throw argumentInvalid(`'${text}' is not a number.`);
}

function upper(value: string | number | boolean | null | undefined): string {
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&apos;");
}
