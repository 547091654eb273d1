import {
  findElement,
  getOrderOfSiblings,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings,
  replaceElement,
  sanitizeAttributeValue,
  sanitizeTextContent,
} from "write-excel-file/utility";
import type { Feature } from "write-excel-file/universal";

type BookFeature = Feature<Blob>;

const worksheet = "xl/worksheets/sheet{id}.xml";

/** What the library leaves to its users: a filter over the heading row, and a choice of values in some columns. */
export function filtered(
  sheetIndex: number,
  { range, choices }: { readonly range: string; readonly choices: readonly Choice[] },
): BookFeature {
  return {
    files: {
      transform: {
        [worksheet]: {
          transform: inSheet(sheetIndex, (xml) =>
            withElement(
              withElement(xml, getSelfClosingTagMarkup("autoFilter", { ref: range })),
              validations(choices),
            ),
          ),
        },
      },
    },
  };
}

/** The library asks for every sheet of the book. */
function inSheet(sheetIndex: number, change: (xml: string) => string) {
  return (xml: string, _options: unknown, sheet: { readonly sheetIndex: number }) =>
    sheet.sheetIndex === sheetIndex ? change(xml) : xml;
}

/** The values that a column takes; others are warned about and not refused: a plan may have its own words. */
export interface Choice {
  readonly range: string;
  readonly values: readonly string[];
}

function validations(choices: readonly Choice[]): string {
  const each = choices.flatMap(({ range, values }) => {
    const list = values.join(",");
    // Excel takes a list of at most 255 characters, and has no way to write a comma inside a value.
    if (list.length > 255 || values.some((value) => /[",]/.test(value))) return [];
    const attributes = `type="list" allowBlank="1" showErrorMessage="1" errorStyle="warning" errorTitle="Rating" error="${sanitizeAttributeValue("This is not a rating of the plan’s key.")}" sqref="${range}"`;
    return [
      `<dataValidation ${attributes}><formula1>"${sanitizeTextContent(list)}"</formula1></dataValidation>`,
    ];
  });
  return each.length > 0
    ? `<dataValidations count="${each.length}">${each.join("")}</dataValidations>`
    : "";
}

/** Where the schema wants it; of several siblings of one name the library's own search finds the first, we need the last. */
function withElement(xml: string, markup: string): string {
  if (!markup) return xml;
  const formatted = xml.lastIndexOf(formattingEnd);
  if (formatted >= 0 && markup.startsWith("<dataValidations")) {
    const at = formatted + formattingEnd.length;
    return xml.slice(0, at) + markup + xml.slice(at);
  }
  const order = getOrderOfSiblings(worksheet, "worksheet") ?? [];
  return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, "worksheet");
}

const formattingEnd = "</conditionalFormatting>";

/** Printed two A3 pages wide, however long; else each page has but a few of the columns. */
export function fittedToWidth(sheetIndex: number): BookFeature {
  return {
    files: {
      transform: {
        [worksheet]: {
          transform: inSheet(sheetIndex, (xml) =>
            withElement(xml, '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'),
          ),
          transformElementAttributes: (tagName, attributes, _index, _options, sheet) =>
            tagName === "pageSetup" && sheet.sheetIndex === sheetIndex
              ? { ...attributes, paperSize: 8, fitToWidth: 2, fitToHeight: 0 }
              : attributes,
        },
      },
    },
  };
}

const coreType = "application/vnd.openxmlformats-package.core-properties+xml";
const coreRelation =
  "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
const coreNames =
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"';

/** Title and language in the file's properties, where screen readers and readers of our own look for them. */
export function described(title: string): BookFeature {
  const core = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties ${coreNames}><dc:title>${sanitizeTextContent(title)}</dc:title><dc:creator>Inspection Action Plan</dc:creator><dc:language>en-GB</dc:language></cp:coreProperties>`;
  return {
    files: {
      transform: {
        "[Content_Types].xml": {
          insert: () =>
            getSelfClosingTagMarkup("Override", {
              ContentType: coreType,
              PartName: "/docProps/core.xml",
            }),
        },
        "_rels/.rels": {
          insert: () =>
            getSelfClosingTagMarkup("Relationship", {
              Id: "rId-core-1",
              Type: coreRelation,
              Target: "docProps/core.xml",
            }),
        },
      },
      write: { files: () => ({ "docProps/core.xml": core }) },
    },
  };
}

/**
 * The names by which programs find a sheet's filter and the row that begins each printed page: `cells` as "$A$1:$Y$46".
 * Excel makes the first itself where it is missing; LibreOffice shows no filter without it.
 */
export function named(
  sheetIndex: number,
  { sheet, cells }: { readonly sheet: string; readonly cells: string },
): BookFeature {
  const name = (what: string, where: string, hidden = "") =>
    `<definedName name="_xlnm.${what}" localSheetId="${sheetIndex}"${hidden}>${sanitizeTextContent(`'${sheet}'!${where}`)}</definedName>`;
  const names = `<definedNames>${name("_FilterDatabase", cells, ' hidden="1"')}${name("Print_Titles", "$1:$1")}</definedNames>`;
  return {
    files: {
      transform: {
        "xl/workbook.xml": {
          transform: (xml) => {
            const place = findElement(xml, "definedNames");
            return place ? replaceElement(xml, place, names) : xml;
          },
        },
      },
    },
  };
}

/** Which sheet is in front when the book is opened. */
export function openedAt(sheetIndex: number): BookFeature {
  return {
    files: {
      transform: {
        "xl/workbook.xml": {
          transformElementAttributes: (tagName, attributes) =>
            tagName === "workbookView" ? { ...attributes, activeTab: sheetIndex } : attributes,
        },
      },
    },
  };
}

/**
 * How high each row of a sheet is, in points, until somebody types into it: it is not said to be anybody's choice, so
 * Excel goes on fitting it. LibreOffice fits no rows of a file that says nothing.
 */
export function rowHeights(sheetIndex: number, heights: readonly number[]): BookFeature {
  return {
    files: {
      transform: {
        [worksheet]: {
          transformElementAttributes: (tagName, attributes, _index, _options, sheet) => {
            const height = heights[Number(attributes["r"]) - 1];
            return tagName === "row" && sheet.sheetIndex === sheetIndex && height !== undefined
              ? { ...attributes, ht: height }
              : attributes;
          },
        },
      },
    },
  };
}
