import { z } from "zod";
import { stockColumns } from "../fields/stock-columns.ts";

const link = z.object({
  id: z.string(),
  name: z.string(),
  required: z.boolean().default(false),
  hidden: z.boolean().default(false),
});
export type FieldLink = z.infer<typeof link>;

export const typeSettings = z.object({
  name: z.string(),
  description: z.string().default(""),
  group: z.string().default("Custom Content Types"),
  hidden: z.boolean().default(false),
  readOnly: z.boolean().default(false),
  sealed: z.boolean().default(false),
  /** Columns besides those that its kind brings: of the site for a type of the site, of the list for one of a list. */
  links: z.array(link).default([]),
});
export type TypeSettings = z.infer<typeof typeSettings>;

export interface ContentType extends TypeSettings {
  readonly id: string;
  readonly builtIn: boolean;
}

const builtIn = (
  id: string,
  name: string,
  group: string,
  description: string,
  columns = "",
): ContentType => ({
  ...typeSettings.parse({ name, group, description, links: linksTo(columns.split(" ")) }),
  id,
  builtIn: true,
});

function linksTo(names: readonly string[]): FieldLink[] {
  return stockColumns
    .filter(({ name }) => names.includes(name))
    .map(({ id = "", name, settings: { required, hidden } }) => ({ id, name, required, hidden }));
}

export const itemKind = builtIn("0x01", "Item", "List Content Types", "Create a new list item.");
export const documentKind = builtIn(
  "0x0101",
  "Document",
  "Document Content Types",
  "Create a new document.",
);
export const folderKind = builtIn(
  "0x0120",
  "Folder",
  "Folder Content Types",
  "Create a new folder.",
);

const lists = "List Content Types";
const documents = "Document Content Types";

/** What sites offer besides, with the ids they have everywhere. */
export const stockTypes: readonly ContentType[] = [
  builtIn("0x010101", "Form", documents, "Fill out this form."),
  builtIn("0x010102", "Picture", documents, "Upload an image or a photograph."),
  builtIn("0x010108", "Wiki Page", documents, "Create a new wiki page."),
  builtIn("0x010109", "Basic Page", documents, "Create a new basic page."),
  builtIn(
    "0x0102",
    "Event",
    lists,
    "Create a meeting.",
    "Location EventDate EndDate Description Category",
  ),
  builtIn(
    "0x0103",
    "Issue",
    lists,
    "Track an issue.",
    "AssignedTo IssueStatus Priority Comments Category DueDate",
  ),
  builtIn("0x0104", "Announcement", lists, "Create a new news item.", "Body Expires"),
  builtIn("0x0105", "Link", lists, "Create a new link to a web page.", "URL Comments"),
  builtIn(
    "0x0106",
    "Contact",
    lists,
    "Store information about a person.",
    "FirstName FullName Email Company JobTitle WorkPhone",
  ),
  builtIn("0x0107", "Message", lists, "Create a new message.", "Body"),
  builtIn(
    "0x0108",
    "Task",
    lists,
    "Track a work item.",
    "Priority Status PercentComplete AssignedTo StartDate DueDate Body",
  ),
];
