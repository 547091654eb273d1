/** What is printed on a page, in points from its top left corner; y grows downwards. */
export interface PageParts {
  readonly width: number;
  readonly pieces: readonly Piece[];
  readonly rules: readonly Rule[];
  readonly fills: readonly Fill[];
}

/** Words that were printed in one go: a line, or a part of one. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The line that the letters stand on. */
  readonly baseline: number;
  /** Of the letters, in points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** `RRGGBB`, upper case; absent where it is black. */
  readonly colour?: string;
  /** Where it leads, as the file has it. */
  readonly link?: string;
  /** A line is drawn through it. */
  readonly struck?: boolean;
}

/** A straight line across or down the page. */
export interface Rule {
  readonly direction: "across" | "down";
  /** Its y where it goes across, its x where it goes down. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** An area filled with a colour. */
export interface Fill {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** `RRGGBB`, upper case. */
  readonly colour: string;
}
