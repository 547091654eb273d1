/** Every kind of column this service keeps, with the numbers and names that SharePoint gives them. */
export type FieldType = keyof typeof fieldTypes;

interface Kind {
  readonly kind: number;
  readonly entity: string;
  readonly display: string;
  /** How SQLite keeps it. Text compares without regard to case, as SharePoint's does. */
  readonly sql: "TEXT COLLATE NOCASE" | "TEXT" | "INTEGER" | "REAL";
}

const words = "TEXT COLLATE NOCASE";

const kinds = {
  Integer: { kind: 1, entity: "SP.FieldNumber", display: "Integer", sql: "INTEGER" },
  Text: { kind: 2, entity: "SP.FieldText", display: "Single line of text", sql: words },
  Note: { kind: 3, entity: "SP.FieldMultiLineText", display: "Multiple lines of text", sql: words },
  DateTime: { kind: 4, entity: "SP.FieldDateTime", display: "Date and Time", sql: "TEXT" },
  Counter: { kind: 5, entity: "SP.Field", display: "Counter", sql: "INTEGER" },
  Choice: { kind: 6, entity: "SP.FieldChoice", display: "Choice", sql: words },
  Lookup: { kind: 7, entity: "SP.FieldLookup", display: "Lookup", sql: "INTEGER" },
  LookupMulti: { kind: 7, entity: "SP.FieldLookup", display: "Lookup", sql: "TEXT" },
  Boolean: { kind: 8, entity: "SP.Field", display: "Yes/No", sql: "INTEGER" },
  Number: { kind: 9, entity: "SP.FieldNumber", display: "Number", sql: "REAL" },
  Currency: { kind: 10, entity: "SP.FieldCurrency", display: "Currency", sql: "REAL" },
  URL: { kind: 11, entity: "SP.FieldUrl", display: "Hyperlink or Picture", sql: "TEXT" },
  Computed: { kind: 12, entity: "SP.FieldComputed", display: "Computed", sql: words },
  Guid: { kind: 14, entity: "SP.FieldGuid", display: "Guid", sql: words },
  MultiChoice: { kind: 15, entity: "SP.FieldMultiChoice", display: "Choice", sql: "TEXT" },
  File: { kind: 18, entity: "SP.Field", display: "File", sql: words },
  Attachments: { kind: 19, entity: "SP.Field", display: "Attachments", sql: "INTEGER" },
  User: { kind: 20, entity: "SP.FieldUser", display: "Person or Group", sql: "INTEGER" },
  UserMulti: { kind: 20, entity: "SP.FieldUser", display: "Person or Group", sql: "TEXT" },
  Calculated: { kind: 17, entity: "SP.FieldCalculated", display: "Calculated", sql: words },
  Recurrence: { kind: 21, entity: "SP.Field", display: "Recurrence", sql: "INTEGER" },
  ModStat: { kind: 23, entity: "SP.Field", display: "Approval Status", sql: "INTEGER" },
  AllDayEvent: { kind: 29, entity: "SP.Field", display: "All Day Event", sql: "INTEGER" },
  Location: { kind: 33, entity: "SP.FieldLocation", display: "Location", sql: "TEXT" },
  Thumbnail: { kind: 34, entity: "SP.FieldThumbnail", display: "Image", sql: "TEXT" },
  ContentTypeId: { kind: 25, entity: "SP.Field", display: "Content Type Id", sql: words },
} as const satisfies Record<string, Kind>;

export const fieldTypes: Readonly<Record<keyof typeof kinds, Kind>> = kinds;

/** What clients may add; the others come with every list. */
const creatable: readonly FieldType[] = [
  "Text",
  "Note",
  "DateTime",
  "Choice",
  "Lookup",
  "LookupMulti",
  "Boolean",
  "Number",
  "Currency",
  "URL",
  "MultiChoice",
  "User",
  "UserMulti",
  "Integer",
  "Calculated",
  "Location",
  "Thumbnail",
];

export function creatableType(name: string): FieldType | undefined {
  return creatable.find((type) => type === name);
}

/** The type that a `FieldTypeKind` creates. */
export function creatableKind(kind: number): FieldType | undefined {
  return creatable.find((type) => fieldTypes[type].kind === kind);
}

/** The type of this name, as the database keeps it. Throws an Error for any other. */
export function knownType(name: string): FieldType {
  if (isType(name)) return name;
  throw new Error(`The database holds a column of the unknown type ${name}.`);
}

function isType(name: string): name is FieldType {
  return Object.hasOwn(fieldTypes, name);
}

export function isPerson(type: FieldType): boolean {
  return type === "User" || type === "UserMulti";
}

export function isLookup(type: FieldType): boolean {
  return type === "Lookup" || type === "LookupMulti";
}

/** Yes or no, kept as 1 or 0. */
export function isFlag(type: FieldType): boolean {
  return type === "Boolean" || type === "AllDayEvent" || type === "Recurrence";
}

/** Kept as a JSON list in its column. */
export function isMany(type: FieldType): boolean {
  return type === "UserMulti" || type === "LookupMulti" || type === "MultiChoice";
}
