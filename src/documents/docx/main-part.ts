import type { Limits } from "../limits.ts";
import { UnreadableDocumentError } from "../unreadable-document-error.ts";
import { corrupt, type Package } from "./open-package.ts";
import { partOfType, readRelations } from "./relations.ts";
import { childrenNamed, parseXml, type XmlElement } from "./xml-tree.ts";

export interface MainPart {
  /** Word calls it word/document.xml, Excel xl/workbook.xml; others call it something else. */
  readonly path: string;
  readonly holds: "document" | "workbook";
}

/** The part that an Office package itself names as its content. Throws UnreadableDocumentError. */
export function mainPart(opened: Package, limits: Limits): MainPart {
  const path = partOfType(readRelations(opened, [""], limits)(""), "officeDocument");
  if (path === undefined) throw notOffice();
  const types = opened.read(["[Content_Types].xml"]).get("[Content_Types].xml");
  const holds = contentOf(types && parseXml(types, limits), path);
  if (!holds) throw notOffice();
  if (!opened.has(path)) throw corrupt();
  return { path, holds };
}

/** A presentation is a package too. What holds macros is read without them. */
function contentOf(types: XmlElement | undefined, path: string): MainPart["holds"] | undefined {
  const own = (types ? childrenNamed(types, "ct:Override") : []).find(
    ({ attributes }) => attributes["PartName"] === `/${path}`,
  );
  const said = own?.attributes["ContentType"] ?? path;
  if (/sheet\.binary/i.test(said)) throw binaryWorkbook();
  if (/word/i.test(said)) return "document";
  if (/spreadsheetml|ms-excel|(^|\/)xl\//i.test(said)) return "workbook";
  return own ? undefined : "document";
}

function binaryWorkbook(): UnreadableDocumentError {
  return new UnreadableDocumentError(
    "wrong-type",
    "This is a binary workbook (.xlsb); open it in Excel and save it as .xlsx.",
  );
}

export function notOffice(): UnreadableDocumentError {
  return new UnreadableDocumentError(
    "wrong-type",
    "This is neither a Word document (.docx) nor an Excel workbook (.xlsx).",
  );
}
