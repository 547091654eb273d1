import { childrenNamed, find, isOn, valueAt, type XmlElement, isTrue } from "./xml-tree.ts";

/** What a paragraph has from its style, and the styles that one is based on. */
export interface Style {
  readonly name: string;
  readonly headingLevel?: number;
  readonly bold: boolean;
  /** By each of the two properties that strike through. */
  readonly struck: Strikes;
  readonly numbering?: NumberingReference;
}

type Strikes = Readonly<Record<(typeof strikes)[number], boolean>>;

/** One line through the words, or two. */
const strikes = ["w:strike", "w:dstrike"] as const;

export interface NumberingReference {
  readonly list: string;
  readonly level: number;
}

export interface Styles {
  /** Of a style's id; of the document's default paragraph style where none is given. */
  style(id: string | undefined): Style | undefined;
}

export function readStyles(root: XmlElement | undefined): Styles {
  const definitions = new Map<string, XmlElement>();
  let byDefault: string | undefined;
  for (const element of root ? childrenNamed(root, "w:style") : []) {
    const id = element.attributes["styleId"];
    if (id === undefined) continue;
    definitions.set(id, element);
    const { type, default: isDefault } = element.attributes;
    if (type === "paragraph" && isTrue(isDefault)) byDefault = id;
  }
  const known = new Map<string, Style>();
  return {
    style(given) {
      const id = given ?? byDefault;
      if (id === undefined) return undefined;
      const style = known.get(id) ?? styleFrom(chainOf(id, definitions));
      if (style) known.set(id, style);
      return style;
    },
  };
}

/** No style of Word's is based on so many. */
const longestChain = 50;

/** The style itself first, then what it is based on; a circle ends it. */
function chainOf(id: string, definitions: ReadonlyMap<string, XmlElement>): XmlElement[] {
  const chain: XmlElement[] = [];
  let element = definitions.get(id);
  while (element && chain.length < longestChain && !chain.includes(element)) {
    chain.push(element);
    element = definitions.get(valueAt(element, "w:basedOn") ?? "");
  }
  return chain;
}

function styleFrom(chain: readonly XmlElement[]): Style | undefined {
  if (chain.length === 0) return undefined;
  const name = valueAt(chain[0], "w:name")?.toLowerCase() ?? "";
  const level = chain.map(headingLevelOf).find((each) => each !== undefined);
  const bold = chain.map((each) => find(each, "w:rPr", "w:b")).find(Boolean);
  const strikesBy = (property: keyof Strikes) =>
    isOn(chain.map((each) => find(each, "w:rPr", property)).find(Boolean));
  const numbering = chain.map((each) => numberingOf(find(each, "w:pPr"))).find(Boolean);
  return {
    name,
    bold: isOn(bold),
    struck: { "w:strike": strikesBy("w:strike"), "w:dstrike": strikesBy("w:dstrike") },
    ...(level !== undefined && { headingLevel: level }),
    ...(numbering && { numbering }),
  };
}

/**
 * True for a run whose words are struck through: by its own properties, or where those say nothing by its paragraph's style
 * or its own, of which the second undoes the first (ECMA-376 part 1, 17.7.3).
 */
export function isStruck(
  properties: XmlElement | undefined,
  ofParagraph: Style | undefined,
  ofCharacters: Style | undefined,
): boolean {
  return strikes.some((property) => {
    const own = find(properties, property);
    if (own) return isOn(own);
    return (ofParagraph?.struck[property] ?? false) !== (ofCharacters?.struck[property] ?? false);
  });
}

function headingLevelOf(style: XmlElement): number | undefined {
  const outline = Number(valueAt(style, "w:pPr", "w:outlineLvl") ?? "9");
  if (outline < 9) return outline + 1;
  const named = /^heading (\d)$/i.exec(valueAt(style, "w:name") ?? "");
  return named ? Number(named[1]) : undefined;
}

/** The list a paragraph or style asks for; list "0" takes one away and is given as such. */
export function numberingOf(properties: XmlElement | undefined): NumberingReference | undefined {
  const reference = find(properties, "w:numPr");
  const list = valueAt(reference, "w:numId");
  if (list === undefined) return undefined;
  return { list, level: Number(valueAt(reference, "w:ilvl") ?? "0") };
}
