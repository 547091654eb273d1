import { find, valueAt, type XmlElement } from "./xml-tree.ts";

/** What Word calls the colours of its marker pen. */
const pens: Readonly<Record<string, string>> = {
  yellow: "FFFF00",
  green: "00FF00",
  darkGreen: "008000",
  red: "FF0000",
  darkRed: "800000",
  blue: "0000FF",
  darkBlue: "000080",
  darkYellow: "808000",
};

/** A colour of its own; "auto" and theme names say nothing that could be relied on. */
export function hex(value: string | undefined): string | undefined {
  return value !== undefined && /^[0-9a-f]{6}$/i.test(value) ? value.toUpperCase() : undefined;
}

/** What lies behind words: the marker pen, or their shading. */
export function runShading(properties: XmlElement | undefined): string | undefined {
  return pens[valueAt(properties, "w:highlight") ?? ""] ?? shadingOf(properties);
}

/** The colour behind what has these properties; of a pattern, that of which there is more. */
export function shadingOf(properties: XmlElement | undefined): string | undefined {
  const attributes = find(properties, "w:shd")?.attributes;
  if (!attributes) return undefined;
  const [fill, colour] = [hex(attributes["fill"]), hex(attributes["color"])];
  const covered =
    attributes["val"] === "solid"
      ? 100
      : Number(/^pct(\d+)$/.exec(attributes["val"] ?? "")?.[1] ?? 0);
  return covered >= 50 && colour ? colour : fill;
}
