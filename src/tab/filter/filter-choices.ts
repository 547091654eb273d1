import { noAgency } from "#plan/no-agency.ts";
import { ratingOf, notRated } from "#plan/rating-scheme.ts";
import { counted } from "#plan/words.ts";
import { monthInWords } from "#tab/words/words.ts";
import { isDueFilter, isEvidenceFilter, isUpdateAge, type PlanFilter } from "./plan-filter.ts";
import type { ActionView, PlanView } from "#tab/rows/plan-view.ts";

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Things to choose among, in a menu: several of them, or one. */
export interface Choices {
  readonly name: string;
  readonly title: string;
  readonly single: boolean;
  readonly choices: readonly Choice[];
  /** What there was no room for, in words. */
  readonly more?: string | undefined;
  readonly chosen: (filter: PlanFilter) => readonly string[];
  readonly choose: (filter: PlanFilter, values: readonly string[]) => PlanFilter;
}

type Sets = "ratings" | "proposed" | "agreed" | "agencies" | "leads";

function several(name: Sets, title: string, choices: readonly Choice[], more?: string): Choices {
  return {
    name,
    title,
    single: false,
    choices,
    more,
    chosen: (filter) => [...filter[name]],
    choose: (filter, values) => ({ ...filter, [name]: new Set(values) }),
  };
}

export function agencyChoices({ open, actions }: PlanView): Choices {
  const choices = open.agencies.map(({ shortName, name }) => ({
    value: shortName,
    label: name === shortName ? name : `${shortName}: ${name}`,
  }));
  const anyWithout = [...actions.values()].some(({ action }) => action.agencies.length === 0);
  const without = { value: noAgency.shortName, label: noAgency.name };
  return several("agencies", "Agency", anyWithout ? [...choices, without] : choices);
}

/** By the rating that counts, by what the agency says, by what the group agreed. */
export function ratingChoices({ scheme }: PlanView): readonly Choices[] {
  const rated = [...scheme.ratings, notRated].map(({ id }) => ({
    value: id,
    label: ratingOf(scheme, id).name,
  }));
  const agreed = rated.map((each) =>
    each.value === notRated.id ? { ...each, label: "Nothing agreed" } : each,
  );
  return [
    several("ratings", "The rating that counts", rated),
    several("proposed", "Proposed by the agency", rated),
    several("agreed", "Agreed by the group", agreed),
  ];
}

/** A menu of thousands serves nobody. */
const mostLeads = 60;

/** The leads with most actions; a search finds the others. */
export function leadChoices(view: PlanView): Choices {
  const counts = new Map<string, number>();
  for (const { action } of view.actions.values())
    for (const lead of action.leads) counts.set(lead, (counts.get(lead) ?? 0) + 1);
  const all = [...counts].toSorted(([, one], [, other]) => other - one);
  const shown = all.slice(0, mostLeads).map(([lead]) => lead);
  const choices = shown
    .toSorted((one, other) => one.localeCompare(other, "en-GB"))
    .map((lead) => ({ value: lead, label: lead }));
  const more =
    all.length > mostLeads
      ? `The ${mostLeads} with most actions; search finds the others.`
      : undefined;
  return several("leads", "Lead", choices, more);
}

export function dueChoices(view: PlanView): Choices {
  const months = new Set([...view.actions.values()].flatMap(monthOf));
  return {
    name: "due",
    title: "Due",
    single: true,
    choices: [
      { value: "", label: "Any day" },
      { value: "overdue", label: "Overdue" },
      { value: "next-30", label: "In the next 30 days" },
      { value: "none", label: "No day to go by" },
      ...[...months].toSorted().map((month) => ({ value: month, label: monthInWords(month) })),
    ],
    chosen: ({ due }) => [due ?? ""],
    choose: ({ due: _before, ...filter }, [value = ""]) =>
      isDueFilter(value) ? { ...filter, due: value } : filter,
  };
}

function monthOf({ state }: ActionView): string[] {
  return state.due === undefined ? [] : [state.due.slice(0, 7)];
}

export const evidenceChoices: Choices = {
  name: "evidence",
  title: "Evidence",
  single: true,
  choices: [
    { value: "", label: "With or without evidence" },
    { value: "none", label: "No evidence" },
    { value: "some", label: "Some evidence" },
    { value: "activity", label: "Only of activity" },
    { value: "impact", label: "Of impact" },
  ],
  chosen: ({ evidence }) => [evidence ?? ""],
  choose: ({ evidence: _before, ...filter }, [value = ""]) =>
    isEvidenceFilter(value) ? { ...filter, evidence: value } : filter,
};

/** Not updated for so many days, or updated so long ago: one of both. */
export const quietChoices: Choices = {
  name: "quiet",
  title: "Last update",
  single: true,
  choices: [
    { value: "", label: "Updated at any time" },
    ...[30, 90, 180].map((days) => ({
      value: String(days),
      label: `Not for ${counted(days, "day")}`,
    })),
    { value: "within30", label: "In the last 30 days" },
    { value: "within60", label: "31 to 60 days ago" },
    { value: "within90", label: "61 to 90 days ago" },
    { value: "longer", label: "More than 90 days ago" },
    { value: "never", label: "Never" },
  ],
  chosen: ({ quietDays, updated }) => [updated ?? quietDays?.toString() ?? ""],
  choose: ({ quietDays: _quiet, updated: _updated, ...filter }, [value = ""]) => {
    if (value === "") return filter;
    return isUpdateAge(value)
      ? { ...filter, updated: value }
      : { ...filter, quietDays: Number(value) };
  },
};
