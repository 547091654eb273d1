import type { RatingColour } from "#plan/rating-scheme.ts";

export interface Look {
  /** `RRGGBB`; the colours that boards print, and that reading knows again. */
  readonly fill: string;
  /** At least 4.5 to 1 on the fill (WCAG 1.4.3). */
  readonly ink: string;
}

/** How a cell with this rating looks; nothing where there is no colour. Its letter and name stand in it anyway. */
export function lookOf(colour: RatingColour): Look | undefined {
  return colour === "none" ? undefined : looks[colour];
}

const looks: Readonly<Record<Exclude<RatingColour, "none">, Look>> = {
  blue: { fill: "0070C0", ink: "FFFFFF" },
  green: { fill: "00B050", ink: "000000" },
  amber: { fill: "FFC000", ink: "000000" },
  red: { fill: "C00000", ink: "FFFFFF" },
};
