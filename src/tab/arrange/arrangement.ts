/** What the actions stand under; `none` is one list of them all. */
export const groupings = ["recommendation", "agency", "lead", "month", "none"] as const;
export type Grouping = (typeof groupings)[number];

/** What the actions are in order of; `report` is the report's own order. */
export const sortKeys = [
  "report",
  "agency",
  "lead",
  "due",
  "rating",
  "evidence",
  "checks",
  "updated",
] as const;
export type SortKey = (typeof sortKeys)[number];

/** How the rows are laid out; it stands in the address beside the filter. */
export interface Arrangement {
  readonly grouping: Grouping;
  readonly sort: SortKey;
  readonly descending: boolean;
}

export const asReported: Arrangement = {
  grouping: "recommendation",
  sort: "report",
  descending: false,
};

/** `group=agency&sort=-due`; what it says that we don't know is as the report has it. */
export function readArrangement(params: URLSearchParams): Arrangement {
  const group = params.get("group");
  const sort = params.get("sort") ?? "";
  const key = sort.replace(/^-/, "");
  return {
    grouping: groupings.find((each) => each === group) ?? asReported.grouping,
    sort: sortKeys.find((each) => each === key) ?? asReported.sort,
    descending: sort.startsWith("-"),
  };
}

/** As it stands in the address; nothing where it is as the report has it. */
export function writeArrangement({ grouping, sort, descending }: Arrangement): URLSearchParams {
  return new URLSearchParams({
    ...(grouping === asReported.grouping ? {} : { group: grouping }),
    ...(sort === asReported.sort ? {} : { sort: `${descending ? "-" : ""}${sort}` }),
  });
}
