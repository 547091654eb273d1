import { childrenNamed, elementsOf, find, type XmlElement } from "../docx/xml-tree.ts";

/** The colours of a workbook's theme in the order in which its styles count them, `RRGGBB`. */
export function readThemeColours(theme: XmlElement | undefined): readonly string[] {
  const scheme = find(theme, "themeElements", "clrScheme");
  const colours = (scheme ? elementsOf(scheme) : []).map((each) => {
    const [colour] = elementsOf(each);
    return colour?.attributes["lastClr"] ?? colour?.attributes["val"] ?? "";
  });
  const [dark1 = "", light1 = "", dark2 = "", light2 = "", ...accents] = colours;
  return [light1, dark1, light2, dark2, ...accents];
}

/** The palette of older workbooks, of which styles name the 8th to the 63rd: ECMA-376 part 1, 18.8.27. */
const palette =
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333".split(
    " ",
  );

/** `RRGGBB` of an element that names a colour in one of the ways of a workbook. */
export function colourOf(
  element: XmlElement | undefined,
  theme: readonly string[],
): string | undefined {
  if (!element) return undefined;
  const { rgb, indexed, theme: ofTheme, tint } = element.attributes;
  const named = rgb?.slice(-6) ?? palette[(Number(indexed) % 64) - 8] ?? theme[Number(ofTheme)];
  if (named === undefined || !/^[0-9a-f]{6}$/i.test(named)) return undefined;
  return tinted(named.toUpperCase(), Number(tint ?? "0"));
}

/** From -1, black, to 1, white. */
function tinted(colour: string, tint: number): string {
  if (!(Math.abs(tint) <= 1) || tint === 0) return colour;
  const parts = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const mixed = parts.map((part) =>
    Math.round(tint > 0 ? part + (255 - part) * tint : part * (1 + tint)),
  );
  return mixed
    .map((part) => part.toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
}

/** The fill of each pattern, as cells show it. */
export function readFills(
  styles: XmlElement | undefined,
  theme: readonly string[],
): readonly (string | undefined)[] {
  const fills = find(styles, "fills");
  return (fills ? childrenNamed(fills, "fill") : []).map((fill) => {
    const pattern = find(fill, "patternFill");
    const isSolid = pattern?.attributes["patternType"] === "solid";
    return isSolid ? colourOf(find(pattern, "fgColor"), theme) : undefined;
  });
}
