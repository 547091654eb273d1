import {
  isDueFilter,
  isEvidenceFilter,
  isUpdateAge,
  noFilter,
  type PlanFilter,
} from "./plan-filter.ts";

/** The words in the address for what can be several: `agency=ICB&agency=FHT`. */
const several = [
  ["ratings", "rating"],
  ["proposed", "proposed"],
  ["agreed", "agreed"],
  ["agencies", "agency"],
  ["leads", "lead"],
] as const;

/** The filter that an address asks for; what it says that we don't know filters nothing. */
export function readFilter(params: URLSearchParams): PlanFilter {
  if (params.size === 0) return noFilter;
  const sets = several.map(([field, word]) => [field, new Set(params.getAll(word))]);
  return { ...noFilter, ...Object.fromEntries(sets), ...readSingles(params) };
}

function readSingles(params: URLSearchParams): Omit<PlanFilter, (typeof several)[number][0]> {
  const check = params.get("check");
  return {
    search: params.get("search") ?? "",
    mine: params.has("mine"),
    ...readKnown(params),
    ...(check ? { check } : {}),
  };
}

function readKnown(params: URLSearchParams) {
  const due = params.get("due") ?? "";
  const evidence = params.get("evidence") ?? "";
  const quietDays = Number(params.get("quiet") ?? Number.NaN);
  const updated = params.get("updated") ?? "";
  return {
    ...(isDueFilter(due) ? { due } : {}),
    ...(isEvidenceFilter(evidence) ? { evidence } : {}),
    ...(Number.isInteger(quietDays) && quietDays > 0 ? { quietDays } : {}),
    ...(isUpdateAge(updated) ? { updated } : {}),
  };
}

/** The filter as it stands in an address. What filters nothing is left out, and a space at the end is kept. */
export function writeFilter(filter: Partial<PlanFilter>): URLSearchParams {
  const { search, due, evidence, quietDays, updated, check, mine } = filter;
  const lists = several.flatMap(([field, word]) =>
    [...(filter[field] ?? [])].map((each) => [word, each]),
  );
  const singles = { search, due, evidence, quiet: quietDays?.toString(), updated, check };
  const said = Object.entries(singles).filter(([, words]) => words);
  return new URLSearchParams([
    ...lists,
    ...said.map(([word, words]) => [word, words ?? ""]),
    ...(mine ? [["mine", ""]] : []),
  ]);
}
