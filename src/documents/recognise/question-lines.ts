/** What the heading of questions says: "Recommendations 1.1, 1.2 – Green". */
export interface QuestionHeading {
  readonly recommendations: readonly string[];
  readonly rating?: string;
  /** Words of the heading that are neither. */
  readonly rest?: string;
}

const number = String.raw`\d{1,20}(?:\.\d{1,20}){0,9}[a-z]?`;
const named = new RegExp(
  String.raw`^rec(?:ommendation)?s?\.?\s*(?:nos?\.?|numbers?)?\s*(${number}(?:\s*(?:,|;|&|\band\b)\s*${number})*)(?![\d.]*\w)\s*([\s\S]*)$`,
  "i",
);
const ratingWord =
  /\b(?:red|amber|green|blue|yellow|b?rag|completed?|closed|on ?going|in progress|(?:not |partially |fully )?achieved|not (?:applicable|rated|started|met)|n\/a|(?:on|off) (?:track|target)|overdue|delayed)\b/i;

/** Undefined where a heading names no recommendation. */
export function readQuestionHeading(text: string): QuestionHeading | undefined {
  const [, numbers = "", after = ""] = named.exec(text) ?? [];
  if (!numbers) return undefined;
  const recommendations = numbers.match(new RegExp(number, "gi")) ?? [];
  return { recommendations, ...statedIn(after.replace(/^[\s:–—-]+/, "").trim()) };
}

/** The rating of "Green (4)", and what is none. */
function statedIn(said: string): Omit<QuestionHeading, "recommendations"> {
  if (!said) return {};
  if (!ratingWord.test(said)) return { rest: said };
  const at = said.lastIndexOf("(");
  const rest =
    /^\([^()]*\)$/.test(said.slice(at)) && /\d/.test(said.slice(at)) ? said.slice(at) : "";
  const rating = rest === "" ? said : said.slice(0, at).trim();
  return { rating: onlyRating(rating), ...(rest && { rest }) };
}

/** "(rated Green)", "status: Ongoing" and "RAG: Amber" say the rating after what they call it. */
export function onlyRating(said: string): string {
  const plain = said
    .replace(/^[([]([^()[\]]*)[)\]]$/, "$1")
    .trim()
    .replace(
      /^(?:(?:self[- ]?(?:assessed|rated)|rated|rating|status|b?rag|assessed|reported|stated|currently|current|shown|marked|as|is)\b[\s:–—-]*)+/i,
      "",
    );
  return plain || said;
}

/** True where a line asks for something, by a question mark or in the words of minutes; what it quotes does not count. */
export function asks(text: string): boolean {
  const own = text.replaceAll(/"[^"]*"|“[^“”]*”/g, "");
  return (
    own.includes("?") ||
    /\bplease\b|\bwould (?:be useful|be helpful|like|welcome)\b/i.test(own) ||
    /(?:^|[.;:]\s)(?:provide|update|explain|confirm|clarify|describe|outline)\b/i.test(own)
  );
}
