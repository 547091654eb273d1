import { after, type Affine, applied, identity, toAffine } from "./affine.ts";
import type { Fill, Rule } from "./page-parts.ts";
import type { PdfLibrary } from "./pdf-library.ts";

export interface Operations {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** The rules and areas that a page draws, and where which colour of text begins. */
export interface PageDrawing {
  readonly rules: readonly Rule[];
  readonly fills: readonly Fill[];
  /** By `placeKey` of where each text begins; black is left out. */
  readonly textColours: ReadonlyMap<string, string>;
}

/** Thicker than this it is an area, in points. */
const thickestRule = 3;
/** No page of a plan has so many lines; a drawing has. */
const mostMarks = 5_000;

interface State {
  readonly place: Affine;
  readonly fill: string;
}

/** Text that begins within a point of here. */
export function placeKey(x: number, y: number): string {
  return `${Math.round(x)} ${Math.round(y)}`;
}

/** Follows what a page draws, step by step; `view` turns the page's own places into ours. */
export function readDrawing(
  { fnArray, argsArray }: Operations,
  view: Affine,
  OPS: PdfLibrary["OPS"],
): PageDrawing {
  const drawing = new Drawing(view, OPS);
  fnArray.forEach((operation, index) => drawing.step(operation, argsArray[index]));
  return drawing;
}

class Drawing implements PageDrawing {
  readonly rules: Rule[] = [];
  readonly fills: Fill[] = [];
  readonly textColours = new Map<string, string>();
  private state: State;
  private readonly saved: State[] = [];
  private line: Affine = identity;
  private readonly steps: ReadonlyMap<number, (args: readonly unknown[]) => void>;
  private readonly painting: {
    readonly strokes: ReadonlySet<number>;
    readonly fills: ReadonlySet<number>;
  };

  constructor(view: Affine, OPS: PdfLibrary["OPS"]) {
    this.state = { place: view, fill: "000000" };
    this.painting = {
      strokes: new Set([OPS.stroke, OPS.closeStroke, ...both(OPS)]),
      fills: new Set([OPS.fill, OPS.eoFill, ...both(OPS)]),
    };
    const show = () => this.text();
    this.steps = new Map<number, (args: readonly unknown[]) => void>([
      [OPS.save, () => this.save()],
      [OPS.restore, () => this.restore()],
      [OPS.paintFormXObjectBegin, (args) => this.form(args)],
      [OPS.paintFormXObjectEnd, () => this.restore()],
      [OPS.transform, (args) => this.move(args)],
      [OPS.setFillRGBColor, ([colour]) => this.colour(colour)],
      [OPS.constructPath, (args) => this.path(args)],
      [OPS.beginText, () => this.setLine(identity)],
      [OPS.setTextMatrix, ([matrix]) => this.setLine(toAffine(matrix))],
      [OPS.moveText, ([x, y]) => this.setLine(after(this.line, [1, 0, 0, 1, num(x), num(y)]))],
      [OPS.showText, show],
      [OPS.showSpacedText, show],
    ]);
  }

  step(operation: number, args: unknown): void {
    this.steps.get(operation)?.(Array.isArray(args) ? args : []);
  }

  private save(): void {
    this.saved.push(this.state);
  }

  private restore(): void {
    this.state = this.saved.pop() ?? this.state;
  }

  private form([matrix]: readonly unknown[]): void {
    this.save();
    const inner = toAffine(matrix);
    if (inner) this.state = { ...this.state, place: after(this.state.place, inner) };
  }

  private move(args: readonly unknown[]): void {
    const inner = toAffine(args);
    if (inner) this.state = { ...this.state, place: after(this.state.place, inner) };
  }

  private colour(colour: unknown): void {
    const hex = typeof colour === "string" && /^#[0-9a-f]{6}$/i.test(colour);
    if (hex) this.state = { ...this.state, fill: colour.slice(1).toUpperCase() };
  }

  private setLine(line: Affine | undefined): void {
    if (line) this.line = line;
  }

  private text(): void {
    const { fill, place } = this.state;
    if (fill === "000000") return;
    const [, , , , x, y] = after(place, this.line);
    this.textColours.set(placeKey(x, y), fill);
  }

  private path([operation, data]: readonly unknown[]): void {
    const points: unknown = Array.isArray(data) ? data[0] : undefined;
    if (typeof operation !== "number" || !(points instanceof Float32Array)) return;
    const isStroke = this.painting.strokes.has(operation);
    const isFill = this.painting.fills.has(operation);
    if (!isStroke && !isFill) return;
    for (const corners of outlines(points)) {
      const placed = corners.map(([x, y]) => applied(this.state.place, x, y));
      if (this.rules.length + this.fills.length > mostMarks) return;
      if (isFill) this.area(placed);
      if (isStroke) this.stroke(placed);
    }
  }

  /** A thin area is a rule: that is how many programs draw the borders of tables. */
  private area(corners: readonly Point[]): void {
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
    const [width, height] = [right - left, bottom - top];
    if (corners.length < 4 || !(width >= 0 && height >= 0)) return;
    const isWhite = this.state.fill === "FFFFFF";
    if (isWhite || (width <= thickestRule && height <= thickestRule)) return;
    if (height <= thickestRule)
      this.rules.push({ direction: "across", at: (top + bottom) / 2, from: left, to: right });
    else if (width <= thickestRule)
      this.rules.push({ direction: "down", at: (left + right) / 2, from: top, to: bottom });
    else this.fills.push({ left, top, right, bottom, colour: this.state.fill });
  }

  private stroke(corners: readonly Point[]): void {
    corners.slice(1).forEach(([x, y], index) => {
      const [fromX, fromY] = corners[index] ?? [x, y];
      const [width, height] = [Math.abs(x - fromX), Math.abs(y - fromY)];
      if (height < 1 && width > thickestRule)
        this.rules.push({
          direction: "across",
          at: y,
          from: Math.min(x, fromX),
          to: Math.max(x, fromX),
        });
      else if (width < 1 && height > thickestRule)
        this.rules.push({
          direction: "down",
          at: x,
          from: Math.min(y, fromY),
          to: Math.max(y, fromY),
        });
    });
  }
}

type Point = readonly [number, number];

function both(OPS: PdfLibrary["OPS"]): readonly number[] {
  return [OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke];
}

function num(value: unknown): number {
  return typeof value === "number" ? value : 0;
}

/** How many numbers follow each step of a path: move, line, curve, flat curve, close. */
const lengths = [2, 2, 6, 4, 0];

/** The corners of each part of a path; one with curves is none that we read. */
function outlines(data: Float32Array): Point[][] {
  const found: Point[][] = [];
  let at = 0;
  while (at < data.length) {
    const step = data[at] ?? -1;
    const [x, y] = [data[at + 1] ?? 0, data[at + 2] ?? 0];
    if (step === 0) found.push([[x, y]]);
    else if (step === 1) found.at(-1)?.push([x, y]);
    else if (step === 4) close(found.at(-1));
    else found.push([]);
    at += 1 + (lengths[step] ?? data.length);
  }
  return found;
}

function close(outline: Point[] | undefined): void {
  const [first] = outline ?? [];
  if (first) outline?.push(first);
}
