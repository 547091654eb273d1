import { strToU8, zipSync, type Zippable } from "fflate";

/** Pieces of a Word document, as WordprocessingML. */
export type Markup = string;

export interface ParagraphOptions {
  /** Id of one of the styles below. */
  readonly style?: "Heading1" | "Heading2" | "Title" | "TOC1" | "ListNumber";
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** A line is drawn through it. */
  readonly struck?: boolean;
  readonly colour?: string;
  /** One of the lists below: "1" is decimal in levels, "2" bullets, "3" letters. */
  readonly list?: { readonly id: string; readonly level?: number };
}

/** A line break in the text is a line break inside the paragraph. */
export function paragraph(text: string, options: ParagraphOptions = {}): Markup {
  const { style, list, bold, italic, struck, colour } = options;
  const properties = [
    style && `<w:pStyle w:val="${style}"/>`,
    list && `<w:numPr><w:ilvl w:val="${list.level ?? 0}"/><w:numId w:val="${list.id}"/></w:numPr>`,
  ];
  const run = [
    bold && "<w:b/>",
    italic && "<w:i/>",
    struck && "<w:strike/>",
    colour && `<w:color w:val="${colour}"/>`,
  ];
  const lines = text.split("\n").map((line) => `<w:t xml:space="preserve">${escape(line)}</w:t>`);
  return `<w:p><w:pPr>${present(properties)}</w:pPr><w:r><w:rPr>${present(run)}</w:rPr>${lines.join("<w:br/>")}</w:r></w:p>`;
}

export interface CellOptions extends ParagraphOptions {
  /** Columns it covers. */
  readonly span?: number;
  /** Merged down: it begins here, or goes on from the row above. */
  readonly merge?: "begins" | "goes on";
  readonly shade?: string;
}

/** Text makes a paragraph of each line; markup stands as it is. */
export function cell(content: string | readonly Markup[], options: CellOptions = {}): Markup {
  const { span, merge, shade, ...ofParagraph } = options;
  const properties = [
    span && `<w:gridSpan w:val="${span}"/>`,
    merge && (merge === "begins" ? `<w:vMerge w:val="restart"/>` : "<w:vMerge/>"),
    shade && `<w:shd w:val="clear" w:color="auto" w:fill="${shade}"/>`,
  ];
  const inner =
    typeof content === "string"
      ? content.split("\n").map((line) => paragraph(line, ofParagraph))
      : content;
  return `<w:tc><w:tcPr>${present(properties)}</w:tcPr>${inner.join("")}</w:tc>`;
}

/** Strings become plain cells. */
export function row(
  cells: readonly string[],
  { header = false }: { readonly header?: boolean } = {},
): Markup {
  const properties = header ? "<w:trPr><w:tblHeader/></w:trPr>" : "";
  const inner = cells.map((each) => (each.startsWith("<w:tc>") ? each : cell(each)));
  return `<w:tr>${properties}${inner.join("")}</w:tr>`;
}

export function table(rows: readonly Markup[]): Markup {
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join("")}</w:tbl>`;
}

/** A whole .docx of these pieces; `parts` adds files or replaces ours. */
export function docx(body: readonly Markup[], parts: Zippable = {}): Uint8Array {
  return zipSync({
    "[Content_Types].xml": strToU8(contentTypes),
    "_rels/.rels": strToU8(relations),
    "word/document.xml": strToU8(documentXml(body.join(""))),
    "word/_rels/document.xml.rels": strToU8(documentRelations),
    "word/styles.xml": strToU8(styles),
    "word/numbering.xml": strToU8(numbering),
    ...parts,
  });
}

export function documentXml(body: Markup): string {
  return `${declaration}<w:document ${namespace}><w:body>${body}<w:sectPr/></w:body></w:document>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function present(properties: readonly (string | number | false | undefined)[]): string {
  return properties.filter((each) => typeof each === "string").join("");
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const namespace =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

const contentTypes = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>`;

const relations = `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

const documentRelations = `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>`;

function definition(id: string, name: string, properties = ""): Markup {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${properties}</w:style>`;
}

const styles = `${declaration}<w:styles ${namespace}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${[
  definition("Heading1", "heading 1", "<w:rPr><w:b/></w:rPr>"),
  definition("Heading2", "heading 2", '<w:basedOn w:val="Heading1"/>'),
  definition("Title", "Title"),
  definition("TOC1", "toc 1"),
  definition("ListNumber", "List Number", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
].join("")}</w:styles>`;

function level(at: number, format: string, text: string): Markup {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
}

const numbering = `${declaration}<w:numbering ${namespace}><w:abstractNum w:abstractNumId="0">${level(0, "decimal", "%1.")}${level(1, "decimal", "%1.%2")}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, "bullet", "")}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level(0, "lowerLetter", "(%1)")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`;
