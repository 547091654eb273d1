import { childrenNamed, find, isOn, type XmlElement } from "../docx/xml-tree.ts";
import { colourOf, readFills } from "./colours.ts";
import { formatNumbered } from "./number-format.ts";

export interface RunStyle {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly colour?: string;
  readonly struck?: boolean;
}

export interface CellStyle extends RunStyle {
  /** `RRGGBB`, upper case. */
  readonly shading?: string;
  readonly numberFormat: string;
}

export const plainStyle: CellStyle = { bold: false, italic: false, numberFormat: "General" };

/** The styles that cells name by number. */
export function readCellStyles(
  styles: XmlElement | undefined,
  theme: readonly string[],
): readonly CellStyle[] {
  if (!styles) return [];
  const fills = readFills(styles, theme);
  const fonts = listed(styles, "fonts", "font").map((font) => runStyle(font, theme));
  const formats = new Map(
    listed(styles, "numFmts", "numFmt").map(({ attributes }) => [
      Number(attributes["numFmtId"]),
      attributes["formatCode"] ?? "General",
    ]),
  );
  return listed(styles, "cellXfs", "xf").map(({ attributes }) => {
    const shading = fills[Number(attributes["fillId"] ?? "0")];
    return {
      ...(fonts[Number(attributes["fontId"] ?? "0")] ?? plainStyle),
      ...(shading && { shading }),
      numberFormat: formatNumbered(Number(attributes["numFmtId"] ?? "0"), formats),
    };
  });
}

/** Of a font, or of the properties of a run of rich text. Black is no colour of its own. */
export function runStyle(font: XmlElement | undefined, theme: readonly string[]): RunStyle {
  const colour = colourOf(find(font, "color"), theme);
  const struck = isOn(find(font, "strike"));
  return {
    bold: isOn(find(font, "b")),
    italic: isOn(find(font, "i")),
    ...(colour && colour !== "000000" && { colour }),
    ...(struck && { struck }),
  };
}

function listed(parent: XmlElement, list: string, name: string): readonly XmlElement[] {
  const found = find(parent, list);
  return found ? childrenNamed(found, name) : [];
}
