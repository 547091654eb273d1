import { after, type Affine, identity, toAffine } from "./affine.ts";
import { placeKey } from "./page-drawing.ts";
import type { Piece } from "./page-parts.ts";

/** What pdf.js says of a piece of text. */
export interface TextItem {
  readonly str: string;
  readonly transform: unknown;
  readonly width: number;
  readonly fontName: string;
}

/** The name that a font was given, as "ABCDEF+Arial-BoldMT". */
export type FontNames = (id: string) => string;

/** The pieces of text of a page that say something; what stands on its side is placed by where it begins. */
export function readPieces(
  items: readonly TextItem[],
  view: Affine,
  fontName: FontNames,
  colours: ReadonlyMap<string, string>,
): readonly Piece[] {
  return items
    .filter(({ str }) => str.trim())
    .map((item) => {
      const name = fontName(item.fontName);
      const place = placed(item, view);
      const colour = colours.get(placeKey(place.left, place.baseline));
      return {
        text: item.str,
        ...place,
        bold: /bold|black|heavy|semibold|demi/i.test(name),
        italic: /italic|oblique/i.test(name),
        ...(colour && { colour }),
      };
    });
}

function placed({ transform, width }: TextItem, view: Affine) {
  const [across, up, sideways, down, left, baseline] = after(view, toAffine(transform) ?? identity);
  const isUpright = Math.abs(up) <= Math.abs(across);
  const size = Math.hypot(sideways, down);
  return { left, right: left + (isUpright ? width : size), baseline, size };
}
