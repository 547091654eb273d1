import { formatDate } from "./iso-date.ts";
import { namedLeads } from "./named-leads.ts";
import type { Action, Recommendation } from "./plan.ts";

/** One letter of SMART, and the action's own words that show it. */
export interface SmartLetter {
  readonly letter: "S" | "M" | "A" | "R" | "T";
  readonly name: string;
  /** What the letter asks. */
  readonly asks: string;
  readonly met: boolean;
  /** As written in the action, in its order, each once; empty where it is not met. */
  readonly words: readonly string[];
}

export interface Smart {
  readonly specific: SmartLetter;
  readonly measurable: SmartLetter;
  readonly assignable: SmartLetter;
  readonly relevant: SmartLetter;
  readonly timeBound: SmartLetter;
}

/**
 * How far an action is SMART, letter by letter. It reads words and knows nothing of what they mean: a letter that is
 * met may still be met badly, and the words are shown so that a reader can judge.
 */
export function assessSmart(action: Action, recommendation: Recommendation): Smart {
  return {
    specific: letter("S", "Specific", "What exactly will be done?", deeds(action)),
    measurable: letter("M", "Measurable", "What will be counted or audited?", measures(action)),
    assignable: letter("A", "Assignable", "Who leads it?", namedLeads(action)),
    relevant: letter(
      "R",
      "Relevant",
      "Which words of the recommendation does it answer?",
      sharedWords(action, recommendation),
    ),
    timeBound: letter("T", "Time-bound", "By which day?", dueWords(action)),
  };
}

function letter(
  sign: SmartLetter["letter"],
  name: string,
  asks: string,
  words: readonly string[],
): SmartLetter {
  return { letter: sign, name, asks, met: words.length > 0, words };
}

// Deeds that somebody could be seen doing. "Ensure", "consider", "support", "strengthen" are wishes, and left out.
const deedWords =
  /\b(?:add|agree|appoint|ask|audit|brief|bring|check|circulat|code|commission|complet|creat|deliver|design|develop|distribut|employ|establish|evaluat|extend|give|hold|implement|includ|introduc|issu|launch|match|meet|monitor|notif|offer|open|place|present|produc|provid|publish|put|recruit|redesign|report|review|revis|ring|roll out|run|sampl|screen|send|set up|shar|sign|survey|test|train|undertak|updat|us|withdraw|writ)(?:e|es|s|ed|d|ing|ning|ten|y|ied)?\b/giu;

function deeds({ text }: Action): readonly string[] {
  return found(text, deedWords);
}

const measureWords = new RegExp(
  [
    "(?:re-?)?audit(?:s|ed|ing)?",
    "dip[- ]sampl(?:e|es|ing)",
    "sampl(?:e|es|ed|ing)",
    "spot[- ]checks?",
    "surveys?",
    "questionnaires?",
    "feedback from",
    "(?:peer|case[- ]file|file|record|case[- ]note) reviews?",
    "reviews? of (?:records|files|cases|case notes)",
    "quality assur(?:ance|ed)",
    "measur(?:e|es|ed|able)",
    "kpis?",
    "dashboards?",
    "scorecards?",
    "(?:performance|activity|training|monitoring) (?:data|figures|indicators?|reports?)",
    "exception reports?",
    "metrics?",
    "compliance",
    "baselines?",
    "benchmark(?:s|ed)?",
    "targets?",
    "trajectory",
    "outcomes?",
    "evaluat(?:e|es|ed|ion)",
    "(?:number|rate|share|proportion|percentage)s? of",
    "(?:increase|reduction|decrease|rise|fall)s? in",
    "by (?:a|one) (?:third|quarter|fifth|tenth)",
    "(?:a|one|two|three)[ -](?:thirds?|quarters?|fifths?|tenths?) of",
    "fewer",
    "half",
    "once|twice",
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred",
  ]
    .map((words) => `\\b(?:${words})\\b`)
    .join("|"),
  "giu",
);

const numbers = /(?<![\w.£])(?:£\s?)?\d[\d,]*(?:\.\d+)?(?:\s?%|\s?per cent)?(?![\w.]*\d)/gu;

const written = "(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen)";
const numbered =
  "levels?|tiers?|stages?|sections?|recommendations?|paragraphs?|findings?|appendix|annex|schedule|version|phase|part|band|grade|year|form|step|action|ref\\.?|articles?|regulations?|standards?|outcomes?|objectives?|priority|priorities|guidelines?|guidance|ward|unit|room|week|quarter|category|type|number|no\\.?";

// What reads like a measure and counts nothing: days, years, spans of work, levels of training, sections of acts, ages
// served, opening hours, references, and "measures" that are steps.
const notCounts = new RegExp(
  [
    "\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?(?:\\s+\\d{2,4})?",
    "\\b\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}",
    "\\b(?:19|20)\\d\\d(?:\\s?[/–-]\\s?\\d{2,4})?\\b",
    `\\b(?:${numbered})\\s+\\d[\\d.]*(?:(?:\\s*(?:,|/|and|&|to|or)\\s*)\\d[\\d.]*)*(?![\\d.]*\\s?(?:%|per\\s+cent))`,
    "\\b\\d{1,2}\\s?[-–]\\s?\\d{1,2}\\b(?!\\s?%)",
    "\\b(?:under|over)[- ]\\d{1,2}(?:['’]?s)?\\b",
    `\\b(?:aged?|ages)\\s+${written}(?:\\s*(?:and|to|or|-|–)\\s*${written})?\\b`,
    `\\b${written}(?:\\s*(?:and|to|or|,)\\s*${written})*[- ]years?[- ]olds?\\b`,
    `\\b${written}[- ](?:months?|years?)\\b`,
    "\\b\\d{1,2}(?:[.:]\\d\\d)?\\s?[ap]\\.?m\\b",
    "\\b24\\s?/\\s?7\\b|\\b\\d+\\s?:\\s?\\d+\\b|\\b\\d+\\.\\d+(?:\\.\\d+)*\\b(?!\\s?(?:%|per\\s+cent))",
    "\\bhalf[- ](?:day|term)s?\\b",
    "\\bmeasures\\s+(?:(?:are|were|is)\\s+)?(?:in\\s+place|to)\\b|\\b(?:safety|control|preventi?ve|protective|security)\\s+measures\\b",
    "\\btarget\\s+(?:audience|group|date)s?\\b",
    "\\bensur(?:e|es|ed|ing)\\s+(?:(?:full|continued|ongoing)\\s+)?compliance\\b|\\bin\\s+compliance\\s+with\\b",
    "\\b(?:improv(?:e|es|ed|ing)|better|good|poor|positive)\\s+(?:\\p{L}+\\s+)?outcomes?\\b",
  ].join("|"),
  "giu",
);

/** What an action names to be counted, audited or reached; empty where there is nothing of the kind. */
export function measures(action: Action): readonly string[] {
  const named = [action.outcomeMeasure, action.measureOfSuccess].flatMap((field) => field ?? []);
  if (named.length > 0) return named;
  const texts = [action.text, action.evidenceExpected ?? "", action.milestones ?? ""];
  return texts.flatMap((text) => {
    const counting = text.replaceAll(notCounts, " ");
    return [...found(counting, measureWords), ...found(counting, numbers)];
  });
}

/** Words that every recommendation of every plan uses say nothing of what one is about. */
const everyPlan = new Set(
  "action actions agencies agency across between board child children clear commissioners committee continue develop effective ensure every families group health improve including is it make management month months named needs other partner partners people plan practice practitioners process processes provide provider providers quality receive record records relevant report review safeguarding service services should staff support system their them there these this those through training trust well where which will with within work working young".split(
    " ",
  ),
);

function sharedWords({ text }: Action, about: Recommendation): readonly string[] {
  const asked = new Set(
    [about.text, about.outcome ?? "", about.theme ?? ""].flatMap((part) =>
      contentWords(part).map(stem),
    ),
  );
  return [...new Set(contentWords(text).filter((word) => asked.has(stem(word))))];
}

function contentWords(text: string): readonly string[] {
  return (text.match(/\p{L}{4,}/gu) ?? []).filter((word) => !everyPlan.has(word.toLowerCase()));
}

/** "Pathway" and "pathways", "supervise" and "supervision" are one word here. */
function stem(word: string): string {
  return word.toLowerCase().slice(0, 6);
}

function dueWords({ due, dueAsPrinted }: Action): readonly string[] {
  if (due === undefined) return [];
  return [dueAsPrinted.trim() || formatDate(due)];
}

function found(text: string, words: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(words)].map(([word]) => word.trim()))];
}
