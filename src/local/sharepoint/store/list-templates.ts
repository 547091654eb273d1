import { stockColumns } from "../fields/stock-columns.ts";
import type { NewField } from "../fields/field.ts";

/** What a list is made from: its number, what it begins with, and where it stands. */
export interface ListTemplate {
  readonly number: number;
  readonly name: string;
  readonly title: string;
  readonly feature: string;
  /** The content type that its items are of; plain items or documents where nothing is said. */
  readonly type?: string;
  /** Columns besides those of every list, by internal name. */
  readonly columns: readonly string[];
}

const contact =
  "FirstName FullName Email Company JobTitle WorkPhone HomePhone CellPhone WorkFax WorkAddress WorkCity WorkState WorkZip WorkCountry WebPage Comments";
const event =
  "Location EventDate EndDate Description fAllDayEvent fRecurrence EventType UID RecurrenceID Duration RecurrenceData TimeZone XMLTZone MasterSeriesItemID Category";
const task =
  "Predecessors Priority Status PercentComplete AssignedTo Body StartDate DueDate RelatedItems";
const issue = "AssignedTo IssueStatus Priority Comments Category DueDate";

/** The templates that lists are made from here, as SP.ListTemplateType numbers them. */
export const listTemplates: readonly ListTemplate[] = [
  template(100, "custlist", "Custom List", "00bfea71-de22-43b2-a848-c05709900100"),
  template(101, "doclib", "Document Library", "00bfea71-e717-4e80-aa17-d0c71b360101"),
  template(103, "links", "Links", "00bfea71-2062-426c-90bf-714c59600103", "0x0105", "URL Comments"),
  template(
    104,
    "announce",
    "Announcements",
    "00bfea71-d1ce-42de-9c63-a44004ce0104",
    "0x0104",
    "Body Expires",
  ),
  template(105, "contacts", "Contacts", "00bfea71-7e6d-4186-9ba8-c047ac750105", "0x0106", contact),
  template(106, "events", "Calendar", "00bfea71-ec85-4903-972d-ebe475780106", "0x0102", event),
  template(107, "tasks", "Tasks", "00bfea71-a83e-497e-9ba0-7a5c597d0107", "0x0108", task),
  template(109, "piclib", "Picture Library", "00bfea71-52d4-45b3-b544-b1c71b620109", "0x010102"),
  template(115, "xmlform", "Form Library", "00bfea71-1e1d-4562-b56a-f05371bb0115", "0x010101"),
  template(
    119,
    "webpagelib",
    "Wiki Page Library",
    "00bfea71-c796-4402-9f2f-0eb9a6e71b18",
    "0x010108",
  ),
  template(
    120,
    "gridlist",
    "Custom List in Datasheet View",
    "00bfea71-3a1d-41d3-a0ee-651d11570120",
  ),
  template(150, "gantt", "Project Tasks", "00bfea71-513d-4ca0-96c2-6a47775c0119", "0x0108", task),
  template(171, "hierarchytasks", "Tasks", "f9ce21f8-f437-4f7e-8bc6-946378c850f0", "0x0108", task),
  template(851, "asset", "Asset Library", "4bcccd62-dcaf-46dc-a7d4-e38277ef33f4"),
  template(
    1100,
    "issue",
    "Issue Tracking",
    "00bfea71-5932-4f9c-ad71-1557e5751100",
    "0x0103",
    issue,
  ),
];

/** Kinds of list that SharePoint has and this service has not, as SP.ListTemplateType numbers them. */
export const absentTemplates: ReadonlyMap<number, string> = new Map([
  [102, "surveys"],
  [108, "discussion boards"],
  [110, "data sources"],
  [117, "no-code workflows"],
  [118, "workflow processes"],
  [130, "data connection libraries"],
  [140, "workflow histories"],
  [170, "promoted links"],
  [301, "blog posts"],
  [302, "blog comments"],
  [303, "blog categories"],
  [421, "circulations"],
  [433, "report libraries"],
  [600, "external lists"],
  [850, "publishing pages"],
]);

const libraries = new Set([101, 109, 115, 119, 851]);

/** Libraries hold files; everything else holds items. */
export function isLibraryTemplate(number: number): boolean {
  return libraries.has(number);
}

export function listTemplate(wanted: number): ListTemplate | undefined {
  return listTemplates.find(({ number }) => number === wanted);
}

/** What the title is called, and whether it is required, where that is not as in every list. */
export const titleOfTemplate: Readonly<
  Record<number, { readonly title?: string; readonly required?: false }>
> = { 103: { required: false }, 105: { title: "Last Name" }, 171: { title: "Task Name" } };

/** The columns that a list of this template begins with, besides those of every list. */
export function templateColumns(wanted: number, listId: string): NewField[] {
  const names = listTemplate(wanted)?.columns ?? [];
  return names.flatMap((name) => {
    const column = stockColumns.find((each) => each.name === name);
    return column ? [asIn(wanted, listId, column)] : [];
  });
}

const kindsOfEvents = [
  "Meeting",
  "Work hours",
  "Business",
  "Holiday",
  "Get-together",
  "Gifts",
  "Birthday",
  "Anniversary",
];

/** A column as the template has it: tasks come before others of the same list, and events are of other kinds than issues. */
function asIn(wanted: number, lookupList: string, column: NewField): NewField {
  const { name, settings } = column;
  if (name === "Predecessors") return { ...column, settings: { ...settings, lookupList } };
  if (name === "AssignedTo" && wanted === 171) return { ...column, type: "UserMulti" };
  if (name !== "Category" || wanted !== 106) return column;
  const chosen = { choices: kindsOfEvents, fillIn: true, defaultValue: null };
  return { ...column, settings: { ...settings, ...chosen } };
}

function template(
  number: number,
  name: string,
  title: string,
  feature: string,
  type?: string,
  columns = "",
): ListTemplate {
  const named = columns === "" ? [] : columns.split(" ");
  return { number, name, title, feature, columns: named, ...(type === undefined ? {} : { type }) };
}
