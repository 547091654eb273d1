import type { Column, ColumnKind } from "./columns.ts";

const kinds: Readonly<Record<ColumnKind, string>> = {
  Text: "Type='Text' MaxLength='255'",
  Note: "Type='Note' RichText='FALSE' NumLines='6'",
  Number: "Type='Number' Decimals='0'",
  Choice: "Type='Choice' Format='Dropdown'",
  Url: "Type='URL' Format='Hyperlink'",
  People:
    "Type='UserMulti' Mult='TRUE' List='UserInfo' ShowField='ImnName' UserSelectionMode='PeopleOnly'",
};

/** The type that SharePoint reports for a column of each kind (`TypeAsString`). */
export const typeNames: Readonly<Record<ColumnKind, string>> = {
  Text: "Text",
  Note: "Note",
  Number: "Number",
  Choice: "Choice",
  Url: "URL",
  People: "UserMulti",
};

/** The definition of a column as SharePoint takes it; names are ours, so nothing in it needs escaping. */
export function fieldXml({ name, kind, indexed, unique, required, choices }: Column): string {
  const flags = [
    required && "Required='TRUE'",
    indexed && "Indexed='TRUE'",
    unique && "EnforceUniqueValues='TRUE'",
  ].filter(Boolean);
  const opening = `<Field Name='${name}' StaticName='${name}' DisplayName='${name}' ${[kinds[kind], ...flags].join(" ")}`;
  const options = (choices ?? []).map((choice) => `<CHOICE>${choice}</CHOICE>`).join("");
  return options ? `${opening}><CHOICES>${options}</CHOICES></Field>` : `${opening}/>`;
}
