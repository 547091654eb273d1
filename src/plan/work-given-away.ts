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
const work = "(?:action|recommendation|work|part|matter|issue|task)";
const been = "(?:(?:is|was|are|has|have|been|be|being|will|to|now)\\s+)*";

// "Children referred to CAMHS" is care and "it is passed to the Council" a form; "this is passed on" is the work.
const theWork = `(?:\\b(?:this|${work}|responsibility|ownership)(?:\\s+for\\s+(?:this|it)(?:\\s+${work})?)?|${begin}it)\\s+${been}`;

const done =
  "(?:actioned|owned|led|delivered|completed|done|addressed|progressed|resolved|undertaken|taken\\s+forward|picked\\s+up)";

const asked =
  /\b(?:(?:will|shall|are to|is to|should|must|to)\s+be|ha(?:s|ve)\s+been|(?:is|are)\s+being)\s+asked\s+to\b/giu;
const askedOnce = /\b(?:is|are|was|were)\s+(?:asked|requested|expected)\s+to\b/giu;

const outright = pattern(
  `\\b(?:this|the)\\s+${work}\\s+(?:is\\s+(?:one\\s+|a\\s+matter\\s+)?for|is\\s+the\\s+responsibility\\s+of|(?:sits|lies|rests)\\s+with|belongs\\s+to)\\s+${somebody}${end}`,
);

// These mean it only where they name an agency of the plan: "to be led by the Named Nurse" gives nothing away.
const whereNamed: readonly RegExp[] = [
  `\\b(?:responsibility\\s+of|remit\\s+of|matter\\s+for|action\\s+for|(?:rests?|lies|sits)\\s+with)\\s+${somebody}${end}`,
  `\\bto\\s+be\\s+${done}\\s+by\\s+${somebody}${end}`,
  `${theWork}${done}\\s+by\\s+${somebody}${end}`,
  `${theWork}(?:passed|handed|transferred|moved|assigned|allocated|delegated)\\s+(?:on\\s+|over\\s+)?to\\s+${somebody}${end}`,
  `(?:${begin}|\\b(?:this|it|${work})\\s+${been})(?:refer(?:red)?|escalated?)\\s+(?:on\\s+)?(?:(?:this|it)\\s+)?to\\s+${somebody}${end}`,
  `(?:${begin}|\\b(?:will|shall|to)\\s+)(?:ask|request)\\s+${somebody}\\s+to\\s+(?!the\\b|an?\\b|our\\b|each\\b|attend\\b)`,
  `\\brequest\\s+that\\s+(?<to>(?:the\\s+)?[\\p{L}\\d&/’'-]+(?:\\s+[\\p{L}\\d&/’'-]+){0,3})`,
  `\\b(?:this|it)\\s+is\\s+(?:for|with|an?)\\s+${somebody}(?:\\s+${work}|${end})`,
  `\\b(?:see|refer\\s+to)\\s+${somebody}\\s+(?:action\\s+)?plan\\b`,
].map(pattern);

// An agency that is told something, or comes to something, is not given the work.
const toldOnly = "be|attend|receive|have|note|hear|see|join|know";
const deeds =
  "action|address|agree|arrange|audit|commission|complete|confirm|coordinate|co-ordinate|create|deliver|develop|ensure|establish|implement|lead|monitor|organise|own|pick|produce|progress|provide|resolve|review|take|undertake|update|write";

// These mean it where an agency stands there and nothing else: "we work with the Council to progress it" does not.
const whereAlone: readonly RegExp[] = [
  `\\bfor\\s+${somebody}\\s+to\\s+(?:take\\s+(?:(?:this|it)\\s+)?forward|progress|lead|action|address|pick\\s+(?:(?:this|it)\\s+)?up|deliver|resolve|own|decide)\\b`,
  `${begin}${somebody}\\s+to\\s+(?!(?:${toldOnly})\\b)\\p{L}+`,
  `${begin}${somebody}\\s+(?:will|shall|should|must)\\s+(?:${deeds})\\b`,
  `${begin}${somebody}\\s+(?:(?:is|are|will\\s+be)\\s+(?:responsible|accountable|leading|progressing|taking)|leads?\\s+(?:on|this)|owns?)\\b`,
  `${begin}${somebody}\\s+(?:action|responsibility|to\\s+action)\\s*(?=[.;,)]|$)`,
  `\\b(?:lead(?:\\s+(?:agency|organisation|body))?|owner|owned\\s+by|led\\s+by|responsible(?:\\s+(?:agency|organisation|body))?)\\s*:\\s*${somebody}${end}`,
].map(pattern);

/** To whom an action's words, or its printed progress, give work. */
export function workGivenTo(
  { text, progressAsPrinted }: Action,
  agencies: readonly Agency[],
): readonly GivenAway[] {
  return [text, progressAsPrinted ?? ""].flatMap((words) => [
    ...askedTo(words, asked, "outright"),
    ...matches(words, outright, "outright"),
    // Most actions name no agency in their words, and a plan may have ten thousand.
    ...(mentionsAny(agencies, words) ? givenByName(words) : []),
  ]);
}

function givenByName(words: string): readonly GivenAway[] {
  return [
    ...askedTo(words, askedOnce, "named"),
    ...whereNamed.flatMap((each) => matches(words, each, "named")),
    ...whereAlone.flatMap((each) => matches(words, each, "alone")),
  ];
}

const plainNames = new WeakMap<readonly Agency[], readonly string[]>();

function mentionsAny(agencies: readonly Agency[], words: string): boolean {
  const names = plainNames.get(agencies) ?? agencies.flatMap(allNames);
  plainNames.set(agencies, names);
  const said = ` ${plain(words)} `;
  return names.some((name) => said.includes(` ${name} `));
}

/** "The Anyshire Trust (AT)" is "anyshire trust" too. */
function allNames({ shortName, name, otherNames }: Agency): readonly string[] {
  return [shortName, name, ...otherNames].flatMap((each) =>
    [each, each.replaceAll(/\([^)]*\)/gu, " ")].map(plain),
  );
}

// Those who work in an agency, those whom it cares for, its own bodies, and what is not somebody at all.
const nobodyElse = [
  /\b(?:staff|teams?|everyone|everybody|all|practitioners?|professionals?|clinicians?|colleagues?|employees?|officers?|managers?|leads?|heads?|directors?|nurses?|midwives|midwife|doctors?|consultants?|matrons?|visitors?|supervis\w+|chairs?|coordinators?|administrators?|receptionists?|champions?)\b/iu,
  /\b(?:patients?|child|children|young\s+people|young\s+person|parents?|carers?|mothers?|fathers?|women|woman|famil(?:y|ies)|users?|they|them|us|we)\b(?!['’])/iu,
  /\b(?:our|the|this|each|every|your)\s+(?:own\s+)?(?:trust|organisation|service|department|directorate|ward|board|group|committee)\b/iu,
  /\b(?:working|steering|finish|sub)[- ]?group\b|\b(?:completion|information|noting|review|discussion|consideration|approval|implementation|delivery|closure|monitoring|assurance|immediate|months?|years?|quarters?)\b/iu,
];

/** True where words that name no agency of the plan name the agency's own people, its patients, or nobody. */
export function namesNobodyElse(words: string): boolean {
  return nobodyElse.some((each) => each.test(words));
}

/** The agencies that a few words name, by any of their names. */
export function agenciesNamed(agencies: readonly Agency[], words: string): readonly Agency[] {
  const said = ` ${words.replaceAll(/[^\p{L}\d/&]+/gu, " ")} `;
  const small = said.toLowerCase();
  return agencies.filter(
    ({ shortName, name, otherNames }) =>
      said.includes(` ${shortName} `) ||
      [name, ...otherNames, ...(isAWord(shortName) ? [shortName] : [])].some((each) =>
        small.includes(` ${plain(each)} `),
      ),
  );
}

/** "Council" is meant by "the council"; "ALL" or "IT" not by "all" or "it". */
function isAWord(shortName: string): boolean {
  return /\p{Ll}{3}/u.test(shortName);
}

/** The agencies that a few words name where they name nothing else: "the Council and NHS England". */
export function agenciesAlone(agencies: readonly Agency[], words: string): readonly Agency[] {
  const all = words.split(/,|\/|&|\band\b/iu).map((each) => agencyNamed(agencies, each));
  const named = all.filter((each) => each !== undefined);
  return named.length === all.length ? named : [];
}

/** Who is asked stands before the words, back to the last stop and no further than eight words. */
function askedTo(text: string, asking: RegExp, sure: GivenAway["sure"]): GivenAway[] {
  return [...text.matchAll(asking)].flatMap(({ index, 0: words }): GivenAway[] => {
    const before = text
      .slice(0, index)
      .split(/[.;:,()"“”\n]/u)
      .at(-1);
    const to = (before ?? "").trim().split(/\s+/u).slice(-8).join(" ");
    return to === "" ? [] : [{ to, words: `${to} ${words}`, sure }];
  });
}

function pattern(source: string): RegExp {
  return new RegExp(source, "giu");
}

function matches(text: string, wanted: RegExp, sure: GivenAway["sure"]): GivenAway[] {
  return [...text.matchAll(wanted)].map(([words, to = ""]) => ({
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
