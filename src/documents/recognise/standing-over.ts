import { headsAgency, namesAgencies } from "./addressees.ts";
import type { DraftRecommendation } from "./draft.ts";
import { bandPattern } from "./plan-lines.ts";

/** In characters: what is longer is a paragraph that looks like one by mistake. */
const longestHeading = 300;

/** What headings and lines across a table say of all that stands under them. */
export class StandingOver {
  private theme: string | undefined;
  private timescale: string | undefined;
  private agency: string | undefined;
  private about: string | undefined;
  /** Whose sheet it is, where its name says so. */
  private ofSheet: string | undefined;

  /** A heading between tables: the agency whose actions follow, or what they are about. It ends what stood before. */
  heading(text: string): void {
    const agency = agencyIn(text);
    this.theme = undefined;
    this.timescale = undefined;
    this.agency = agency;
    this.about = agency === undefined ? text : undefined;
  }

  /** A line inside a table: a band of time, an agency, or else a theme. */
  line(text: string): void {
    const [, about, band] =
      text.length > longestHeading ? [] : (/^(.*\S)\s*(?::|\s[–—-])\s+(\S.*)$/.exec(text) ?? []);
    if (bandPattern.test(text)) this.timescale = text.replace(/[:.]$/, "");
    else if (about !== undefined && band !== undefined && bandPattern.test(band)) {
      this.timescale = band;
      this.theme = about;
    } else if (namesAgencies(text)) this.agency = text.replace(/:$/, "");
    else this.theme = text;
  }

  /** A sheet with the name of an agency holds its actions; answers whether another's begin, or whose nobody says. */
  sheet(name: string): boolean {
    const before = this.ofSheet;
    this.theme = undefined;
    this.timescale = undefined;
    this.ofSheet = isAgencySheet(name) ? name : undefined;
    if (this.ofSheet !== before) this.agency = this.ofSheet;
    return this.ofSheet !== before;
  }

  applyTo(opened: DraftRecommendation): void {
    if (this.theme) opened.fields.theme.push(this.theme);
    if (this.timescale) opened.fields.timescale.push(this.timescale);
    if (this.agency) opened.sectionAgency = this.agency;
    if (this.about) opened.sectionHeading = this.about;
  }
}

/** "Action plan: Marl Valley Hospitals NHS Trust" names the agency after what it is. */
function agencyIn(heading: string): string | undefined {
  if (heading.length > longestHeading) return undefined;
  const [, named] =
    /\b(?:action |improvement )?plan\b[^:–—-]*(?::|\s[–—-]|\bfor\b|\bof\b)\s*(\S.*)$/i.exec(
      heading,
    ) ?? [];
  if (named !== undefined) return headsAgency(named) ? named : undefined;
  return headsAgency(heading) && !/\bplan\b/i.test(heading) ? heading : undefined;
}

/** Short names in capitals that sheets have for what they hold. */
function isAgencySheet(name: string): boolean {
  const isForm =
    /^(?:plan|rag|brag|cqc|key|data|list|all|jtai|clas|lac|kpi|log|draft|copy|main|old|new|home)s?$/i;
  const isService =
    /^\p{Lu}.* (?:hospitals?|university|college|academy|practices?|services?|partnership|icb|healthcare)$/iu;
  return (namesAgencies(name) || isService.test(name)) && !isForm.test(name);
}
