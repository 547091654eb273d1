import type { Action, Agency } from "./plan.ts";

/** Words of an action that give work to somebody. */
export interface GivenAway {
  /** As written: "GP practices". */
  readonly to: string;
  /** The words that give it: "GP practices will be asked to". */
  readonly words: string;
  /** True where the words can mean nothing else, whoever it is that they name. */
  readonly outright: boolean;
}

const somebody = "(?<to>(?:the\\s+)?[\\p{L}\\d&/’'-]+(?:\\s+[\\p{L}\\d&/’'-]+){0,7}?)";
const end =
  '(?=\\s*(?:[.;:,()"“”]|$|\\s(?:to|and|who|which|will|for|by|in|at|as|because|so|not)\\b))';

const asked = /\b(?:will|shall|are to|is to|should|must|to)\s+be\s+asked\s+to\b/giu;

const outright = new RegExp(
  `\\b(?:this|the)\\s+(?:action|recommendation|work|part)\\s+(?:is|sits|lies|rests|belongs)\\s+(?:one\\s+for|a\\s+matter\\s+for|the\\s+responsibility\\s+of|for|with|to)\\s+${somebody}${end}`,
  "giu",
);

// These mean it only where they name an agency of the plan: "to be led by the Named Nurse" gives nothing away.
const whereNamed: readonly RegExp[] = [
  new RegExp(
    `\\b(?:responsibility\\s+of|matter\\s+for|action\\s+for|(?:rests?|lies|sits)\\s+with|(?:passed|handed|referred)\\s+(?:on\\s+|over\\s+)?to|to\\s+be\\s+(?:led|delivered|completed|done|taken\\s+forward|picked\\s+up|addressed)\\s+by)\\s+${somebody}${end}`,
    "giu",
  ),
  new RegExp(
    `\\b(?:will|shall|to)\\s+(?:ask|request)\\s+(?:that\\s+)?${somebody}\\s+(?:to|will)\\b`,
    "giu",
  ),
];

/** To whom an action's words, or its printed progress, give work. */
export function workGivenTo({ text, progressAsPrinted }: Action): readonly GivenAway[] {
  return [text, progressAsPrinted ?? ""].flatMap((words) => [
    ...askedTo(words),
    ...matches(words, outright, true),
    ...whereNamed.flatMap((pattern) => matches(words, pattern, false)),
  ]);
}

/** The agencies that a few words name, by any of their names. */
export function agenciesNamed(agencies: readonly Agency[], words: string): readonly Agency[] {
  const said = ` ${words.replaceAll(/[^\p{L}\d/&]+/gu, " ")} `;
  return agencies.filter(
    ({ shortName, name, otherNames }) =>
      said.includes(` ${shortName} `) ||
      [name, ...otherNames].some((each) => said.toLowerCase().includes(` ${plain(each)} `)),
  );
}

/** Who is asked stands before the words, back to the last stop and no further than eight words. */
function askedTo(text: string): GivenAway[] {
  return [...text.matchAll(asked)].flatMap(({ index, 0: words }): GivenAway[] => {
    const before = text
      .slice(0, index)
      .split(/[.;:,()"“”\n]/u)
      .at(-1);
    const to = (before ?? "").trim().split(/\s+/u).slice(-8).join(" ");
    return to === "" ? [] : [{ to, words: `${to} ${words}`, outright: true }];
  });
}

function matches(text: string, pattern: RegExp, isOutright: boolean): GivenAway[] {
  return [...text.matchAll(pattern)].map(([words, to = ""]) => ({
    to: to.trim(),
    words: words.trim(),
    outright: isOutright,
  }));
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}\d/&]+/gu, " ")
    .replace(/^the /, "")
    .trim();
}
