import { checks } from "#plan/checks.ts";

/** Where a question came from, within a sentence: "scrutiny", "the check “No evidence”"; nothing where a person asked. */
export function sourceInWords(source: string): string | undefined {
  if (source === "" || source === "person") return undefined;
  if (source === "scrutiny") return "scrutiny";
  const check = checks.find(({ id }) => source === `check:${id}`);
  return check ? `the check “${check.title}”` : source;
}
