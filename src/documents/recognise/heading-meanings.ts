import type { ColumnMeaning } from "../column-meaning.ts";
import { remembering } from "./remembering.ts";

/** The first that fits decides, so the narrower come first. */
const meanings: readonly (readonly [RegExp, ColumnMeaning])[] = [
  [
    /^((cqc|ofsted|unique|rec(ommendation)?s?|item|serial|s|sr) ?)?\(?(no|nr|ref|number|#|id|n|reference)s?\)?( no| number)?$|^(rec|item)s?$/,
    "ref",
  ],
  [
    /^(must do( (and |or )?should do)?s?|md( sd)?|requirement|priority|objective|issue) (no|ref|number|#|id|reference)s?$/,
    "ref",
  ],
  [/^(source|origin|type|category|owner) of (the )?(recommendation|action)s?$/, "unfamiliar"],
  [/^(recommendations? (and |& )?actions?|actions? (and |& )?recommendations?)$/, "action"],
  [/^proposed (by agency|rating|b?rag)$/, "proposed"],
  [/^agreed (by peer challenge group|rating|b?rag)$/, "agreed"],
  [/^closed by peer challenge group$/, "closed"],
  [/^links to evidence$/, "links"],
  [/^(action|activity|task|step) (no|ref|number|#|id)s?$/, "unfamiliar"],
  [/^monitor(ing|ed) (arrangements?|group|by|body|forum)$/, "unfamiliar"],
  [
    /^(report|cqc|ofsted|finding|inspection|paragraph|para)\b.*\b(ref|reference|paragraph|para|number|section|no)s?$/,
    "paragraphs",
  ],
  [/^(finding|paragraph|para)s?( refs?| references?)?$/, "paragraphs"],
  [/^(current|latest|delivery|overall|self assessed) (b?rag|rating)\b/, "rating"],
  [
    /^areas? (for|of) (priority )?(action|weakness|improvement|development|concern)s?\b/,
    "recommendation",
  ],
  [/\b(outcome|impact) (measure|indicator)s?\b/, "outcomeMeasure"],
  [
    /\b(measures?|indicators?|criteria) (of|for) success\b|\bsuccess (measure|criteria|indicator)|\bhow (will|do|would) (we|you) know\b|\bhow (we|you) will know\b|\bsuccess look|\bgood look|\bhow (will|is) .*\bmeasured\b|\b(kpi|performance (measure|indicator))s?\b|^measures?$/,
    "measureOfSuccess",
  ],
  [
    /\b(anticipated|expected|required) evidence\b|\bevidence (anticipated|expected|required)\b/,
    "anticipatedEvidence",
  ],
  [/^evidence\b/, "evidence"],
  [/\bmilestones?\b/, "milestones"],
  [
    /^(details )?\(?themes?\b|^((priority )?area|domain|work ?stream|category|topic|subject)$/,
    "theme",
  ],
  [
    /^(progress|update|monitoring|status notes)|\bposition\b|\b(actions?|work|steps?|progress) (taken|completed|undertaken|done|made|so far|to date)\b|\bwhat (have|has) (we|been)\b|\b(how are we doing|where (are we|we are))\b|\b(impact|difference) (so far|to date|achieved|seen|made)\b/,
    "progress",
  ],
  [
    /^(owner|owned by|lead|responsible|responsibility|who) \(?(agency|organi[sz]ation|partner|service)s?\)?$/,
    "agency",
  ],
  [/^(which|what) (agency|agencies|organi[sz]ation|partner|service)\b/, "agency"],
  [/^(status )?open( or)? closed$|^completed?( y n| yes no| yn)?$/, "status"],
  [
    /\b(dates?|when|deadline|due|target|completion|complete by|completed by|by when)\b.*$|^by$/,
    "due",
  ],
  [/^(b )?r a g\b|^b?rag\b|\brating\b|\bb?rag( status)?$|^traffic lights?$/, "rating"],
  [/\bstatus$/, "status"],
  [
    /\b(progress|updates?|monitoring|commentary|narrative|notes on status|comments? on progress)\b/,
    "progress",
  ],
  [
    /\b(lead|responsible|named|accountable|owning) (agency|agencies|organisation|organization|partner|body|service|provider)\b/,
    "agency",
  ],
  [/^(agency|partner|trust|service|council s?)( s)? (actions?|tasks?)\b/, "action"],
  [
    /^(agency|agencies|organi[sz]ations?|partners?(hip agency)?|provider|trust|service|directorate|department|division)\b/,
    "agency",
  ],
  [
    /\b(lead|leads|owner|officers?|responsible|responsibility|accountable|personnel|who|whom|by whom|sponsor|sro)\b|^(assigned|allocated) to$|^named person$/,
    "lead",
  ],
  [/^(time ?(scales?|frames?|lines?))\b/, "timescale"],
  [/^(addressees?|addressed to)$/, "addressees"],
  [
    /^recommendations?\b|\brecommendations?$|\bwhat needs to (improve|change)\b|^((regulatory|cqc|ofsted|key|learning|inspection) )?(issue|concern|requirement|objective|priorit(y for action|ies for action)|learning|lesson|learning point|must do|should do|finding)s?( identified| raised| learned| learnt)?( (and )?should dos?)?$|^what (is|was|has been) (recommended|asked( for)?|required)$|^what (the )?(report|inspect(ors?|ion)|review(ers?)?|panel|audit|cqc|ofsted)\b|^what did (the )?(report|inspect(ors?|ion)|review(ers?)?|panel|audit|cqc|ofsted)\b/,
    "recommendation",
  ],
  [
    /\b(actions?|tasks?|steps?|activit(y|ies)|interventions?|what (we )?will|what needs|what (are we|we are)|how (will|do) we|how we will|work required)\b|^what$/,
    "action",
  ],
  [/\boutcomes?\b|\bimpact\b|\bwhat difference\b/, "outcome"],
  [/\b(evidence|assurance)\b/, "evidence"],
];

/** In characters, with all that tells how to fill the column in. */
const longestHeading = 400;

/** What a heading means; "unfamiliar" where it is none that plans use. */
export function columnMeaning(heading: string): ColumnMeaning {
  if (heading.length > longestHeading) return "unfamiliar";
  return meaningKnown(heading);
}

/** The same few are asked for again and again, on every page and in every row. */
const meaningKnown = remembering((heading): ColumnMeaning => {
  const plain = plainHeading(heading);
  // Most cells that are asked for are no headings, and read the same in all ways.
  const read = new Set<string>();
  for (const way of waysToRead) {
    const words = way(plain);
    const meaning = read.has(words) ? undefined : meaningOf(words);
    if (meaning) return meaning;
    read.add(words);
  }
  return "unfamiliar";
});

/** The first that means something decides. */
const waysToRead: readonly ((plain: string) => string)[] = [
  (plain) => plain,
  withoutBrackets,
  withWholeWords,
  withKnownWords,
];

/** What stands in brackets says how to fill a column in, or when: "CQC requirement (must do / should do)". */
function withoutBrackets(plain: string): string {
  return plain
    .replaceAll(/\([^()]*\)/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

const headingWords =
  "recommendation recommendations action actions required responsible responsibility officer officers completion progress organisation agency milestones evidence timescale monitoring outcome deadline".split(
    " ",
  );

/** A long word that is one letter, or two of many, off a word of headings was mistyped: "complettion", "recomendation". */
function withKnownWords(plain: string): string {
  return plain.replaceAll(/\p{Ll}{6,20}/gu, (word) => {
    const most = word.length >= 10 ? 2 : 1;
    return headingWords.find((each) => isNear(word, each, most)) ?? word;
  });
}

/** True where so few letters are missing, too many or wrong; what is left of both after their first difference is compared. */
function isNear(one: string, other: string, most: number): boolean {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  if (at === one.length && at === other.length) return true;
  if (most === 0 || at < 2) return false;
  const [rest, otherRest] = [one.slice(at), other.slice(at)];
  return [
    [rest.slice(1), otherRest],
    [rest, otherRest.slice(1)],
    [rest.slice(1), otherRest.slice(1)],
  ].some(
    ([left = "", right = ""]) => left === right || isNear(`··${left}`, `··${right}`, most - 1),
  );
}

function meaningOf(plain: string): ColumnMeaning | undefined {
  return anyMeaning.test(plain)
    ? meanings.find(([pattern]) => pattern.test(plain))?.[1]
    : undefined;
}

/** What fits none of them is told in one go. */
const anyMeaning = new RegExp(meanings.map(([{ source }]) => source).join("|"));

/** A word that was wider than its column was broken anywhere: "recommendatio n". */
function withWholeWords(plain: string): string {
  return plain
    .replaceAll(/(\p{Ll}{6,}) (\p{Ll}{1,3})\b/gu, "$1$2")
    .replaceAll(/(\p{Ll}{3,}) (\p{Ll}{2,})\b/gu, (both, begun: string, rest: string) =>
      headingWords.includes(begun + rest) ? begun + rest : both,
    );
}

/** A heading without what printers add to it: stars, colons, strokes, brackets of a plural. */
export function plainHeading(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[*†‡:.?]/g, " ")
    .replaceAll(/\(s\)/g, "s")
    .replaceAll(/[\s/,–—-]+/g, " ")
    .trim();
}
