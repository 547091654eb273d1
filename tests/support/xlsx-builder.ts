import { strToU8, zipSync, type Zippable } from "fflate";

/** A value, or one with a style: see `styles` below. */
export type SheetCell = string | number | undefined | StyledCell;

export interface StyledCell {
  readonly value?: string | number;
  readonly style?: keyof typeof styleNumbers;
  /** Words in several runs, as inline rich text in SpreadsheetML. */
  readonly runs?: string;
  readonly formula?: string;
}

export interface SheetOptions {
  readonly name?: string;
  /** "A1:C1". */
  readonly merged?: readonly string[];
  readonly hidden?: boolean;
}

export interface SheetPart extends SheetOptions {
  readonly xml: string;
}

const styleNumbers = {
  plain: 0,
  bold: 1,
  date: 2,
  month: 3,
  american: 4,
  green: 5,
  themed: 6,
  decimal: 7,
  amberText: 8,
  struck: 9,
  struckDate: 10,
};

/** A sheet of these rows; strings are kept in their cells. */
export function sheet(
  rows: readonly (readonly SheetCell[])[],
  options: SheetOptions = {},
): SheetPart {
  const data = rows.map((cells, at) => {
    const inner = cells.map((each, column) => cellXml(each, `${letter(column)}${at + 1}`));
    return `<row r="${at + 1}">${inner.join("")}</row>`;
  });
  const merged = (options.merged ?? []).map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  const xml = `<worksheet ${main}><sheetData>${data.join("")}</sheetData>${merged && `<mergeCells>${merged}</mergeCells>`}</worksheet>`;
  return { xml, ...options };
}

function cellXml(cell: SheetCell, reference: string): string {
  if (cell === undefined) return "";
  const { value, style, runs, formula } = typeof cell === "object" ? cell : { value: cell };
  const own = `r="${reference}" s="${styleNumbers[style ?? "plain"]}"`;
  const reckoned = formula === undefined ? "" : `<f>${escape(formula)}</f>`;
  if (runs !== undefined) return `<c ${own} t="inlineStr"><is>${runs}</is></c>`;
  if (typeof value === "string" && formula === undefined)
    return `<c ${own} t="inlineStr"><is><t>${escape(value)}</t></is></c>`;
  const type = typeof value === "string" ? ' t="str"' : "";
  return `<c ${own}${type}>${reckoned}${value === undefined ? "" : `<v>${value}</v>`}</c>`;
}

function letter(column: number): string {
  return String.fromCharCode(65 + column);
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A whole .xlsx of these sheets; `parts` adds files or replaces ours. */
export function xlsx(sheets: readonly SheetPart[], parts: Zippable = {}): Uint8Array {
  const named = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${name ?? `Sheet${at + 1}`}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${at + 1}"/>`,
  );
  const related = sheets.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const shared = ["styles", "theme/theme1", "sharedStrings"].map(
    (path, at) =>
      `<Relationship Id="rId${sheets.length + at + 1}" Type="${office}/${path.split("/")[0]}" Target="${path}.xml"/>`,
  );
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `<Relationships ${packaged}><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    "xl/workbook.xml": strToU8(
      `<workbook ${main} xmlns:r="${office}"><sheets>${named.join("")}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships ${packaged}>${[...related, ...shared].join("")}</Relationships>`,
    ),
    "xl/styles.xml": strToU8(styles),
    "xl/theme/theme1.xml": strToU8(theme),
    ...Object.fromEntries(
      sheets.map(({ xml }, at) => [`xl/worksheets/sheet${at + 1}.xml`, strToU8(xml)]),
    ),
    ...parts,
  });
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const packaged = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const fills = ['patternType="none"', 'patternType="gray125"']
  .map((pattern) => `<fill><patternFill ${pattern}/></fill>`)
  .concat(
    ['rgb="FF00B050"', 'theme="4" tint="-0.25"'].map(
      (colour) =>
        `<fill><patternFill patternType="solid"><fgColor ${colour}/></patternFill></fill>`,
    ),
  )
  .join("");

const styles = `<styleSheet ${main}><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="[$-409]m/d/yyyy"/></numFmts><fonts><font/><font><b/></font><font><color rgb="FFFFC000"/></font><font><strike/></font></fonts><fills>${fills}</fills><cellXfs>${[
  [0, 0, 0],
  [1, 0, 0],
  [0, 0, 164],
  [0, 0, 17],
  [0, 0, 165],
  [0, 2, 0],
  [0, 3, 0],
  [0, 0, 2],
  [2, 0, 0],
  [3, 0, 0],
  [3, 0, 164],
]
  .map(([font, fill, format]) => `<xf fontId="${font}" fillId="${fill}" numFmtId="${format}"/>`)
  .join("")}</cellXfs></styleSheet>`;

/** Its first accent is blue. */
const theme = `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme>${[
  "000000",
  "FFFFFF",
  "44546A",
  "E7E6E6",
  "0070C0",
]
  .map((colour, at) => `<a:c${at}><a:srgbClr val="${colour}"/></a:c${at}>`)
  .join("")}</a:clrScheme></a:themeElements></a:theme>`;
