import type { Block, Paragraph } from "../model/blocks.ts";
import { isBold } from "../model/cell-text.ts";
import type { DocumentRecommendation } from "../plan-document.ts";
import { readAddressees } from "./addressees.ts";
import { splitSee } from "./plan-lines.ts";
import { addressedInside, readAddressLine, readBand, readNumbered } from "./report-lines.ts";

interface Open {
  readonly ref?: string;
  readonly addressees: readonly string[];
  readonly timescale?: string;
  readonly theme?: string;
  readonly lines: string[];
}

/** Reads the recommendations of a report: numbered or not, under addressees, bands of time, or themes. */
export class RecommendationsReader {
  private readonly found: Open[] = [];
  private readonly hasGroups: boolean;
  private addressees: readonly string[] = [];
  private timescale: string | undefined;
  private theme: string | undefined;
  private isOpen = false;

  /** `blocks` are those of the section; they tell whether a whole number counts groups or recommendations. */
  constructor(blocks: readonly Block[]) {
    this.hasGroups = blocks.some(
      (block) =>
        block.kind === "paragraph" && readNumbered(block.text.trim())?.number.includes("."),
    );
  }

  paragraph(paragraph: Paragraph): void {
    const text = paragraph.text.trim();
    const numbered = readNumbered(text);
    const band = text && readBand(text);
    if (!text || isIntroduction(text)) return;
    if (band) this.group({ timescale: band, addressees: [] });
    else if (numbered && this.isGroup(paragraph, numbered)) this.address(paragraph, numbered.text);
    else if (numbered) this.open(numbered.text, numbered.number);
    else this.unnumbered(paragraph, text);
  }

  end(): readonly DocumentRecommendation[] {
    return this.found.map(({ lines, ref, addressees, timescale, theme }) => {
      const { text, paragraphs } = splitSee(lines.join("\n"));
      return {
        ...(ref !== undefined && { ref }),
        addressees,
        ...(timescale && { timescale }),
        ...(theme && { theme }),
        text,
        paragraphs,
        actions: [],
      };
    });
  }

  private isGroup(
    paragraph: Paragraph,
    { number, text }: { number: string; text: string },
  ): boolean {
    if (number.includes(".")) return false;
    return this.hasGroups || (readAddressLine(paragraph, text) !== undefined && text.endsWith(":"));
  }

  /** A bullet under a numbered recommendation goes on with it; without numbers, each stands alone. */
  private unnumbered(paragraph: Paragraph, text: string): void {
    const agencies = readAddressLine(paragraph, text);
    if (agencies) this.group({ addressees: agencies });
    else if (isThemeLine(paragraph, text)) this.themed(text);
    else if (this.goesOn()) this.found.at(-1)?.lines.push(text);
    else if (this.isGrouped() || /\b(?:should|must)\b/.test(text))
      this.open(text.replace(/^•\s+/, ""));
  }

  private goesOn(): boolean {
    const last = this.isOpen ? this.found.at(-1) : undefined;
    return (
      last !== undefined && (last.ref !== undefined || last.lines.at(-1)?.endsWith(":") === true)
    );
  }

  private isGrouped(): boolean {
    return this.timescale !== undefined || this.addressees.length > 0;
  }

  private address(paragraph: Paragraph, text: string): void {
    this.group({ addressees: readAddressLine(paragraph, text) ?? readAddressees(text) });
  }

  private group({ addressees, timescale }: { addressees: readonly string[]; timescale?: string }) {
    this.isOpen = false;
    this.addressees = addressees;
    if (timescale) this.timescale = timescale;
  }

  private themed(text: string): void {
    this.isOpen = false;
    this.theme = text;
    this.addressees = [];
  }

  private open(text: string, ref?: string): void {
    const { timescale, theme } = this;
    const inside = this.addressees.length > 0 ? this.addressees : addressedInside(text);
    this.found.push({
      ...(ref !== undefined && { ref }),
      addressees: inside,
      ...(timescale && { timescale }),
      ...(theme && { theme }),
      lines: [text],
    });
    this.isOpen = true;
  }
}

/** "… and its partners should take the following action:" */
function isIntroduction(text: string): boolean {
  return /\b(?:following|below)(?: \w+){0,4}[.:]?$/i.test(text) && !/^[•\d]/.test(text);
}

function isThemeLine(paragraph: Paragraph, text: string): boolean {
  if (paragraph.headingLevel !== undefined) return true;
  return isBold(paragraph) && text.length <= 100 && !/^•|[.;]$/.test(text);
}
