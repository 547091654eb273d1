import { isLibraryTemplate, titleOfTemplate } from "../store/list-templates.ts";
import type { FieldType } from "./field-types.ts";
import { fieldSettings, type Field, type FieldSettings } from "./field.ts";

interface BuiltIn {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly type: FieldType;
  readonly storedIn: string;
  readonly settings: Partial<FieldSettings>;
}

const fixed = { readOnly: true, group: "_Hidden" } as const;
const concealed = { ...fixed, hidden: true } as const;

/** What every list has from its first day, with the ids they have everywhere. */
const builtIns: readonly BuiltIn[] = [
  row(
    "03e45e84-1992-4d42-9116-26f756012634",
    "ContentTypeId",
    "Content Type ID",
    "ContentTypeId",
    "contenttypeid",
    concealed,
  ),
  row("fa564e0f-0c70-4ab9-b863-0177e6ddd247", "Title", "Title", "Text", "title", {}),
  row("1d22ea11-1e32-424e-89ab-9fedbadb6ce1", "ID", "ID", "Counter", "id", fixed),
  row(
    "c042a256-787d-4a6f-8a8a-cf6ab767f12d",
    "ContentType",
    "Content Type",
    "Computed",
    "contenttype",
    fixed,
  ),
  row(
    "28cf69c5-fa48-462a-b5cd-27b6f9d2bd5f",
    "Modified",
    "Modified",
    "DateTime",
    "modified",
    fixed,
  ),
  row("8c06beca-0777-48f7-91c7-6da68bc07b69", "Created", "Created", "DateTime", "created", fixed),
  row("1df5e554-ec7e-46a6-901d-d85a3881cb18", "Author", "Created By", "User", "author", fixed),
  row("d31655d1-1d5b-4511-95a1-7a09e9b75bf2", "Editor", "Modified By", "User", "editor", fixed),
  row(
    "dce8262a-3ae9-45aa-aab4-83bd75fb738a",
    "_UIVersionString",
    "Version",
    "Text",
    "versionlabel",
    fixed,
  ),
  row(
    "7841bf41-43d0-4434-9f50-a673baef7631",
    "_UIVersion",
    "UI Version",
    "Integer",
    "version",
    concealed,
  ),
  row(
    "67df98f4-9dec-48ff-a553-29bece9c5bf4",
    "Attachments",
    "Attachments",
    "Attachments",
    "attached",
    { group: "_Hidden" },
  ),
  row("94f89715-e097-4e8b-ba79-ea02aa8b7adb", "FileRef", "URL Path", "Text", "fileref", concealed),
  row("56605df6-8fa1-47e4-a04c-5b384d59609f", "FileDirRef", "Path", "Text", "dir", concealed),
  row(
    "30bb605f-5bae-48fe-b4e3-1f81d9772af9",
    "FSObjType",
    "Item Type",
    "Integer",
    "kind",
    concealed,
  ),
  row("8553196d-ec8d-4564-9861-3dbe931050c8", "FileLeafRef", "Name", "File", "leaf", {
    required: true,
    group: "_Hidden",
  }),
  row("4b7403de-8d94-43e8-9f0f-137a3e298126", "UniqueId", "Unique Id", "Guid", "uid", concealed),
  row("ae069f25-3ac2-4256-b9c3-15dbc15da0e0", "GUID", "GUID", "Guid", "guid", concealed),
  row(
    "8fca95c0-9b7d-456f-8dae-b41ee2728b85",
    "File_x0020_Size",
    "File Size",
    "Integer",
    "size",
    concealed,
  ),
  row(
    "d4e44a66-ee3a-4d02-88c9-4ec5ff3f4cd5",
    "owshiddenversion",
    "owshiddenversion",
    "Integer",
    "etag",
    concealed,
  ),
  row(
    "fdc3b2ed-5bf2-4835-a4bc-b885f3396a61",
    "_ModerationStatus",
    "Approval Status",
    "ModStat",
    "approval",
    concealed,
  ),
  row(
    "34ad21eb-75bd-4544-8c73-0e08330291fe",
    "_ModerationComments",
    "Approver Comments",
    "Note",
    "approvalnote",
    concealed,
  ),
  row(
    "58014f77-5463-437b-ab67-eec79532da67",
    "_CheckinComment",
    "Check In Comment",
    "Text",
    "checkinnote",
    concealed,
  ),
  row(
    "7177cfc7-f399-4d4d-905d-37dd51bc90bf",
    "EncodedAbsUrl",
    "Encoded Absolute URL",
    "Computed",
    "fileref",
    concealed,
  ),
  row(
    "39360f11-34cf-4356-9945-25c44e68dade",
    "File_x0020_Type",
    "File Type",
    "Text",
    "filetype",
    concealed,
  ),
  row("ca4addac-796f-4b23-b093-d2a3f65c0774", "Order", "Order", "Number", "position", concealed),
];

/** Fields that an item answers when nothing is selected, besides those that people added. */
export const answeredBefore = ["ContentTypeId", "Title"];
export const answeredAfter = [
  "ID",
  "Modified",
  "Created",
  "Author",
  "Editor",
  "_UIVersionString",
  "Attachments",
  "GUID",
];

export function builtInFields(template: number): Omit<Field, "position">[] {
  return builtIns.map((field) => ({
    ...field,
    ...(field.name === "Title" ? titleIn(template) : { settings: settingsOf(field) }),
    indexed: field.name === "ID",
    unique: false,
    builtIn: true,
  }));
}

function titleIn(template: number): Pick<Field, "title" | "settings"> {
  const { title = "Title", required = !isLibraryTemplate(template) } =
    titleOfTemplate[template] ?? {};
  return { title, settings: fieldSettings.parse({ group: "_Hidden", required }) };
}

const settingsOf = ({ settings }: BuiltIn) => fieldSettings.parse(settings);

function row(
  id: string,
  name: string,
  title: string,
  type: FieldType,
  storedIn: string,
  settings: Partial<FieldSettings>,
): BuiltIn {
  return { id, name, title, type, storedIn, settings };
}
