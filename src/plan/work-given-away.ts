import { agencyNamed } from "./agency-named.ts";
import type { Action, Agency } from "./plan.ts";

/** Words of an action that give work to somebody. */
export interface GivenAway {
  /** As written: "GP practices". */
  readonly to: string;
  /** The words that give it: "GP practices will be asked to". */
  readonly words: string;
  /**
   * "outright" where the words can mean nothing else, whoever it is that they name; "named" where they mean it if they
   * name an agency, and "alone" if they name agencies and nothing else.
   */
  readonly sure: "outright" | "named" | "alone";
}

const somebody = "(?<to>(?:the\\s+)?[\\p{L}\\d&/’'-]+(?:\\s+[\\p{L}\\d&/’'-]+){0,7}?)";
const end =
  '(?=\\s*(?:[.;:,()"“”]|$|\\s(?:to|and|who|which|will|for|by|in|at|as|because|so|not)\\b))';

const begin = "(?:^|[.;:•]\\s+|\\n\\s*|\\s[–-]\\s)";

const asked = /\b(?:will|shall|are to|is to|should|must|to)\s+be\s+asked\s+to\b/giu;

const outright = new RegExp(
  `\\b(?:this|the)\\s+(?:action|recommendation|work|part)\\s+(?:is|sits|lies|rests|belongs)\\s+(?:one\\s+for|a\\s+matter\\s+for|the\\s+responsibility\\s+of|for|with|to)\\s+${somebody}${end}`,
  "giu",
);

// These mean it only where they name an agency of the plan: "to be led by the Named Nurse" gives nothing away.
const whereNamed: readonly RegExp[] = [
  new RegExp(
    `\\b(?:responsibility\\s+of|matter\\s+for|action\\s+for|(?:rests?|lies|sits)\\s+with|(?:passed|handed)\\s+(?:on\\s+|over\\s+)?to|to\\s+be\\s+(?:led|delivered|completed|done|taken\\s+forward|picked\\s+up|addressed)\\s+by)\\s+${somebody}${end}`,
    "giu",
  ),
  // "Children referred to CAMHS" is care; "this is referred to", or a sentence that begins with it, is not.
  new RegExp(
    `(?:${begin}|\\b(?:this|it|action|recommendation|matter|issue|work)\\s+(?:(?:is|was|has|been|be|will|to|now)\\s+)*)(?:refer(?:red)?|escalated?)\\s+(?:on\\s+)?(?:(?:this|it)\\s+)?to\\s+${somebody}${end}`,
    "giu",
  ),
  new RegExp(
    `\\b(?:will|shall|to)\\s+(?:ask|request)\\s+(?:that\\s+)?${somebody}\\s+(?:to|will)\\b`,
    "giu",
  ),
];

const takeOn =
  "(?:take\\s+(?:(?:this|it)\\s+)?forward|progress|lead|action|address|pick\\s+(?:(?:this|it)\\s+)?up|deliver|resolve|own)";

// These mean it where an agency stands there and nothing else: "we work with the Council to progress it" does not.
const whereAlone: readonly RegExp[] = [
  new RegExp(`\\bfor\\s+${somebody}\\s+to\\s+${takeOn}\\b`, "giu"),
  new RegExp(`${begin}${somebody}\\s+(?:to|will|shall|should|must)\\s+${takeOn}\\b`, "giu"),
  new RegExp(
    `\\b(?:lead(?:\\s+(?:agency|organisation|body))?|owner|owned\\s+by|led\\s+by|responsible(?:\\s+(?:agency|organisation|body))?)\\s*:\\s*${somebody}${end}`,
    "giu",
  ),
];

/** To whom an action's words, or its printed progress, give work. */
export function workGivenTo({ text, progressAsPrinted }: Action): readonly GivenAway[] {
  return [text, progressAsPrinted ?? ""].flatMap((words) => [
    ...askedTo(words),
    ...matches(words, outright, "outright"),
    ...whereNamed.flatMap((pattern) => matches(words, pattern, "named")),
    ...whereAlone.flatMap((pattern) => matches(words, pattern, "alone")),
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

/** The agencies that a few words name where they name nothing else: "the Council and NHS England". */
export function agenciesAlone(agencies: readonly Agency[], words: string): readonly Agency[] {
  const all = words.split(/,|\/|&|\band\b/iu).map((each) => agencyNamed(agencies, each));
  const named = all.filter((each) => each !== undefined);
  return named.length === all.length ? named : [];
}

/** Who is asked stands before the words, back to the last stop and no further than eight words. */
function askedTo(text: string): GivenAway[] {
  return [...text.matchAll(asked)].flatMap(({ index, 0: words }): GivenAway[] => {
    const before = text
      .slice(0, index)
      .split(/[.;:,()"“”\n]/u)
      .at(-1);
    const to = (before ?? "").trim().split(/\s+/u).slice(-8).join(" ");
    return to === "" ? [] : [{ to, words: `${to} ${words}`, sure: "outright" }];
  });
}

function matches(text: string, pattern: RegExp, sure: GivenAway["sure"]): GivenAway[] {
  return [...text.matchAll(pattern)].map(([words, to = ""]) => ({
    to: to.trim(),
    words: words.replace(/^[\s.;:•–-]+/u, "").trim(),
    sure,
  }));
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}\d/&]+/gu, " ")
    .replace(/^the /, "")
    .trim();
}
