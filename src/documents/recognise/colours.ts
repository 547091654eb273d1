import type { RatingColour } from "#plan/rating-scheme.ts";

export type ColourName = Exclude<RatingColour, "none">;

/** How plans name the colours of their ratings, in lower case; a letter alone counts where only ratings stand. */
export const colourWords: ReadonlyMap<string, ColourName> = new Map([
  ["blue", "blue"],
  ["green", "green"],
  ["amber", "amber"],
  ["yellow", "amber"],
  ["orange", "amber"],
  ["red", "red"],
  ["b", "blue"],
  ["g", "green"],
  ["a", "amber"],
  ["r", "red"],
]);

/** What people call the colour `RRGGBB`; undefined for greys and the pale tints that only decorate. */
export function colourName(hex: string | undefined): ColourName | undefined {
  if (hex === undefined) return undefined;
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  if (most < 90 || range / most < 0.4) return undefined;
  return nameOfHue(hueOf([red, green, blue], most, range));
}

/** In degrees: red 0, green 120, blue 240. */
function hueOf([red, green, blue]: [number, number, number], most: number, range: number): number {
  if (most === red) return (60 * ((green - blue) / range) + 360) % 360;
  if (most === green) return 60 * ((blue - red) / range) + 120;
  return 60 * ((red - green) / range) + 240;
}

function nameOfHue(hue: number): ColourName | undefined {
  if (hue < 18 || hue > 340) return "red";
  if (hue < 68) return "amber";
  if (hue < 170) return "green";
  return hue > 180 && hue < 255 ? "blue" : undefined;
}
