import * as z from "zod/mini";
import type { ATeams } from "./a-teams.ts";
import { ownerWrites } from "./owner-writes.ts";

/** 300 letters without a place to break. */
const word = "Gwasanaethaucyfrifoldebaurhyngddisgyblaethol".repeat(7).slice(0, 300);
const arabic = "تدريب جميع الممرضات في قسم الطوارئ على التعرف على علامات الإساءة والإهمال";
const markup = `<b>Bold</b> & "said" <img src=x onerror=alert(1)>`;
const long = "Every child is seen by somebody who knows what to look for. "
  .repeat(170)
  .slice(0, 10_000);

/** What documents bring into a field, and people type into one. */
const kinds = [word, `${arabic} 👩‍⚕️👨‍👩‍👧‍👦`, markup, long, `${word}\n\n${arabic}`] as const;

/** As many letters as a scheme's names may have. */
const names = [
  ["blue", "Completed and embedded in daily practice", "complete"],
  ["green", "Progressing well towards agreed dates", "on-target"],
  ["amber", "Behindscheduleandarecoveryplanwasagreed", "off-target"],
  ["red", "Not yet planned, started or progressed", "not-started"],
] as const;

const scheme = {
  id: "many-words",
  name: "Words of the partnership",
  ratings: names.map(([colour, name, meaning]) => ({
    id: colour,
    name,
    letter: name.slice(0, 3),
    colour,
    symbol: "●",
    definition: word,
    meaning,
  })),
};

const agency = z.object({ value: z.array(z.object({ Id: z.number(), Title: z.string() })) });

export interface PlanOfWords {
  readonly planId: number;
  /** Another plan, with nothing in it. */
  readonly emptyId: number;
  readonly recommendationId: number;
  readonly actionId: number;
}

/** A plan whose every field is as long, as wide and as foreign as the lists take it, as its owner may make it over REST. */
export async function planOfWords(teams: ATeams): Promise<PlanOfWords> {
  const { read, add } = await ownerWrites(teams);
  const agencies = agency.parse(await read("Agencies")).value.map(({ Title }) => Title);
  const planId = await add("Plans", {
    Title: `${word.slice(0, 200)} ${markup}`.slice(0, 250),
    Regulator: word.slice(0, 100),
    PlanVersion: word.slice(0, 60),
    Scheme: JSON.stringify(scheme),
  });
  const made: { readonly recommendationId: number; readonly actionId: number }[] = [];
  for (const [at, words] of kinds.entries()) {
    const recommendationId = await add("Recommendations", {
      Title: at === 0 ? `12.34(a)(iv)-${word.slice(0, 80)}` : `${at}.1`,
      PlanId: planId,
      Position: at,
      Text: words,
      Addressees: agencies.join("\n"),
      Outcome: words,
      AnticipatedEvidence: words,
    });
    const actionId = await add("Actions", {
      Title: "Action",
      PlanId: planId,
      RecommendationId: recommendationId,
      Position: 1,
      Text: words,
      Agencies: at === 1 ? "" : agencies.join("\n"),
      AgencyAsPrinted: words.slice(0, 200),
      Leads: words.slice(0, 200),
      DueAsPrinted: words.slice(0, 200),
      ...(at === 2 ? { Due: "2026-05-01" } : {}),
      Milestones: words,
      OutcomeMeasure: words,
      EvidenceExpected: words,
      ProgressAsPrinted: words,
    });
    made.push({ recommendationId, actionId });
  }
  await add("Versions", {
    Title: word.slice(0, 120),
    PlanId: planId,
    Date: "2026-09-01",
    WrittenBy: word,
    Comment: markup,
  });
  const [first] = made;
  if (!first) throw new Error("Nothing was made.");
  const emptyId = await add("Plans", { Title: "Not begun", Scheme: JSON.stringify(scheme) });
  return { planId, emptyId, ...first };
}
