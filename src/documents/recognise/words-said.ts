import { formatDate, isIsoDate } from "#plan/iso-date.ts";

/** Words that only say what stands beside them: the result has a field for each. */
const labels = new Set(
  "action actions addressed addressees agency agreed and anticipated closed contents control date desired due evidence expected finding findings inspection intended measure measures milestone milestones no number of outcome outcomes paragraph paragraphs priority published rated rec recommendation recommendations regulator report required see should must status submission success theme timescale to version".split(
    " ",
  ),
);

/** Lines and cells that say of themselves that there is nothing to take over, and what our own documents explain. */
const saysNothing =
  /^(?:key )?areas? (?:for|of) (?:priority action|improvement|development|weakness|concern)s?\b|\bnot (?:rated|applicable)\b|^(?:inspection action plan|as it stood on .*|page \d+(?: of \d+)?|findings of the report|each rating is shown by colour, letter and name\..*)$/gim;

/** No paragraph that people write has so many characters; of longer ones only the words are asked for. */
const longestLine = 10_000;
/** Of a line so long, more than its single words has to come out: any of them may stand elsewhere too. */
const longLine = 8;

/** Every word that a result says, to be asked what it lacks. */
export class WordsSaid {
  private readonly words = new Set<string>();
  private readonly pairs = new Set<string>();
  private readonly wanted: ReadonlySet<string>;

  /** `lines` are those that will be asked for as lines; only their words are remembered in their order. */
  constructor(said: unknown, lines: readonly string[] = []) {
    const asked = lines.filter((line) => line.length <= longestLine);
    this.wanted = new Set(asked.flatMap((line) => pairsOf(tellingWords(line))));
    this.add(said);
  }

  add(said: unknown): void {
    if (typeof said === "string") this.addText(inWords(said));
    else if (Array.isArray(said)) for (const each of said) this.add(each);
    else if (typeof said === "object" && said !== null) this.add(Object.values(said));
  }

  /** True where a word of the text is said nowhere, labels apart. */
  lacks(text: string): boolean {
    const words = tellingWords(text);
    return words.some((word) => !labels.has(word) && !this.words.has(word));
  }

  /** True, too, for a long line of words that are all said elsewhere, but not in this order. */
  lacksLine(line: string): boolean {
    if (this.lacks(line)) return true;
    if (line.length > longestLine) return false;
    const pairs = pairsOf(tellingWords(line));
    const said = pairs.filter((pair) => this.pairs.has(pair)).length;
    return pairs.length >= longLine && said * 2 < pairs.length;
  }

  private addText(text: string): void {
    const words = allWords(text);
    for (const word of words) this.words.add(word);
    if (this.wanted.size === 0) return;
    for (const pair of pairsOf(words)) if (this.wanted.has(pair)) this.pairs.add(pair);
  }
}

/** A day that was understood was printed with the name of its month. */
function inWords(text: string): string {
  return text.length === 10 && text.charAt(4) === "-" && isIsoDate(text)
    ? `${text} ${formatDate(text)}`
    : text;
}

function tellingWords(text: string): string[] {
  return allWords(text.replaceAll(saysNothing, ""));
}

function allWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function pairsOf(words: readonly string[]): string[] {
  return words.slice(1).map((word, index) => `${words[index] ?? ""} ${word}`);
}
