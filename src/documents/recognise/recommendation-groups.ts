import { headsAgency, readAddressees } from "./addressees.ts";
import type { DraftRecommendation } from "./draft.ts";

/** What a heading over several recommendations says of each of them. */
export interface SaidOver {
  readonly addressees: readonly string[];
  readonly theme: readonly string[];
}

const nothing: SaidOver = { addressees: [], theme: [] };

/** The recommendations that are only headings: "Recommendation 4" over 4.1 to 4.12 has no actions of its own. */
export class RecommendationGroups {
  /** By the number that those beneath it begin with. */
  private readonly groups = new Map<string, SaidOver>();
  private readonly drafts: ReadonlySet<DraftRecommendation>;

  constructor(all: readonly DraftRecommendation[]) {
    const beginnings = new Set(all.flatMap(({ ref }) => numbersOver(ref)));
    const groups = all.filter(
      ({ ref, actions }) => ref !== undefined && actions.length === 0 && beginnings.has(ref),
    );
    this.drafts = new Set(groups);
    for (const group of groups) this.groups.set(group.ref ?? "", saidOver(group));
  }

  has(draft: DraftRecommendation): boolean {
    return this.drafts.has(draft);
  }

  /** What stands nearest over this one. */
  over({ ref }: DraftRecommendation): SaidOver {
    const known = numbersOver(ref).flatMap((number) => this.groups.get(number) ?? []);
    return known.at(-1) ?? nothing;
  }

  get addressees(): readonly string[] {
    return [...this.groups.values()].flatMap(({ addressees }) => addressees);
  }
}

/** "4" and "4.1" of "4.1.12". */
function numbersOver(ref = ""): readonly string[] {
  const parts = ref.split(".");
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join("."));
}

/** "Marl Council and MVH should:" addresses them; "Leadership" names nobody, and is a theme. */
function saidOver({ text }: DraftRecommendation): SaidOver {
  const words = text.join("\n");
  const addressees = readAddressees(words);
  const isAddressed = /\b(?:should|must|will|to)\s*:?\s*$/i.test(words.slice(-40));
  if (isAddressed || addressees.every(headsAgency)) return { addressees, theme: [] };
  return { addressees: [], theme: [words] };
}
