import type { Block, Paragraph } from "../model/blocks.ts";
import { isBold } from "../model/cell-text.ts";
import type { DocumentRecommendation } from "../plan-document.ts";
import { readAddressees } from "./addressees.ts";
import { splitSee } from "./plan-lines.ts";
import {
  addressedInside,
  readAddressLine,
  readBand,
  readLettered,
  readNumbered,
} from "./report-lines.ts";

interface Open {
  readonly ref?: string;
  readonly addressees: readonly string[];
  readonly timescale?: string;
  readonly theme?: string;
  readonly lines: string[];
  /** Those that stand in a column of their own. */
  readonly paragraphs?: readonly string[];
}

/** Reads the recommendations of a report: numbered or not, under addressees, bands of time, or themes. */
export class RecommendationsReader {
  private readonly found: Open[] = [];
  private readonly hasGroups: boolean;
  /** Whom the section as a whole addresses. */
  private partners: readonly string[] = [];
  private addressees: readonly string[] = [];
  private timescale: string | undefined;
  private theme: string | undefined;
  /** "Recommendation 4" on a line of its own: what follows is its text, or has letters. */
  private named: string | undefined;
  private isOpen = false;

  /**
   * `blocks` are those of the section; they tell whether a whole number counts groups or recommendations. `theme` is
   * what the report's chapter is about, where it has several such sections.
   */
  constructor(blocks: readonly Block[], theme?: string) {
    this.theme = theme;
    this.hasGroups = blocks.some(
      (block) =>
        block.kind === "paragraph" && readNumbered(block.text.trim())?.number.includes("."),
    );
  }

  paragraph(paragraph: Paragraph): void {
    const text = paragraph.text.trim();
    const band = text && readBand(text);
    if (!text) return;
    if (isIntroduction(text)) this.partners = partnersIn(text);
    else if (band) this.group({ timescale: band, addressees: [] });
    else if (!this.numbered(paragraph, text)) this.unnumbered(paragraph, text);
  }

  table(recommendations: readonly DocumentRecommendation[]): void {
    this.isOpen = false;
    for (const { text, ...each } of recommendations) this.found.push({ ...each, lines: [text] });
  }

  end(): readonly DocumentRecommendation[] {
    return this.found.map(({ lines, ref, addressees, timescale, theme, paragraphs: own = [] }) => {
      const { text, paragraphs } = splitSee(lines.join("\n"));
      return {
        ...(ref !== undefined && { ref }),
        addressees,
        ...(timescale && { timescale }),
        ...(theme && { theme }),
        text,
        paragraphs: [...own, ...paragraphs],
        actions: [],
      };
    });
  }

  /** Answers false for a line that begins with no number, letter or name of a recommendation. */
  private numbered(paragraph: Paragraph, text: string): boolean {
    const called = namedRecommendation(text);
    const lettered = this.named === undefined ? undefined : readLettered(text);
    const numbered = readNumbered(text);
    if (called) this.call(paragraph, called);
    else if (lettered) this.open(lettered.text, `${this.named ?? ""}${lettered.number}`);
    else if (numbered && this.isGroup(paragraph, numbered)) this.address(paragraph, numbered.text);
    else if (numbered) this.open(numbered.text, numbered.number);
    return (called ?? lettered ?? numbered) !== undefined;
  }

  /** "Recommendation 4: …" has its text, or whom it addresses, beside it or below. */
  private call(
    paragraph: Paragraph,
    { ref, text }: { readonly ref: string; readonly text: string },
  ): void {
    this.group({ addressees: [] });
    const agencies = text ? readAddressLine(paragraph, text) : [];
    if (agencies === undefined) this.open(text, ref);
    else {
      this.addressees = agencies;
      this.named = ref;
    }
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
    else if (this.named !== undefined && !this.isOpen) this.open(text, this.named);
    else if (isThemeLine(paragraph, text)) this.themed(text);
    else if (this.goesOn()) this.found.at(-1)?.lines.push(text);
    else if (this.isGrouped() || /^•|\b(?:should|must)\b/.test(text))
      this.open(text.replace(/^•\s+/, ""));
  }

  private goesOn(): boolean {
    const last = this.isOpen ? this.found.at(-1) : undefined;
    return (
      last !== undefined && (last.ref !== undefined || last.lines.at(-1)?.endsWith(":") === true)
    );
  }

  private isGrouped(): boolean {
    return this.timescale !== undefined || this.addressees.length > 0 || this.partners.length > 0;
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
    this.named = undefined;
    this.theme = text;
    this.addressees = [];
  }

  private open(text: string, ref?: string): void {
    const { timescale, theme } = this;
    this.found.push({
      ...(ref !== undefined && { ref }),
      addressees: this.addressed(text),
      ...(timescale && { timescale }),
      ...(theme && { theme }),
      lines: [text],
    });
    this.isOpen = true;
  }

  private addressed(text: string): readonly string[] {
    if (this.addressees.length > 0) return this.addressees;
    const inside = addressedInside(text);
    return inside.length > 0 ? inside : this.partners;
  }
}

/** "Recommendation 4" and "Priority action 2: …", and no sentence that only begins with such words. */
export function namedRecommendation(
  text: string,
): { readonly ref: string; readonly text: string } | undefined {
  const [, ref, words = ""] =
    /^(?:•\s+)?(?:rec(?:ommendation)?|priority action|area for (?:priority action|improvement))\.?\s*(?:no\.?\s*)?(\d+(?:\.\d+)*[a-z]?)\s*(?:[:.)–—-]\s*|$|\s(?=[A-Z]))([\s\S]*)$/i.exec(
      text,
    ) ?? [];
  return ref === undefined || /^[a-z]/.test(words) ? undefined : { ref, text: words.trim() };
}

/** "… and its partners should take the following action:", which may be a numbered paragraph. */
function isIntroduction(text: string): boolean {
  if (/^[•\d]/.test(text))
    return /\b(?:take|undertake|address|complete) the following (?:priority )?(?:actions?|steps?|areas?|recommendations?)\b/i.test(
      text,
    );
  return /\b(?:following|below)(?: \w+){0,4}[.:]?$/i.test(text);
}

/** Whom such an introduction addresses: "To improve services, the council and its partners should …". */
function partnersIn(text: string): readonly string[] {
  const [, names] =
    /(?:^|[,.]\s+|^\d+\.?\s+)((?:the|all|NHS|[A-Z])[^,.:]{2,150}?)\s+(?:should|must|needs? to)\b/.exec(
      text,
    ) ?? [];
  return names === undefined || /^(?:in order|to)\b/i.test(names) ? [] : readAddressees(names);
}

function isThemeLine(paragraph: Paragraph, text: string): boolean {
  if (paragraph.headingLevel !== undefined) return true;
  return isBold(paragraph) && text.length <= 100 && !/^•|[.;]$/.test(text);
}
