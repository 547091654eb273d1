import type { Agency } from "./plan.ts";

/** Stands for the agency of actions that name none: where agencies are counted or filtered by, these are not forgotten. */
export const noAgency: Pick<Agency, "shortName" | "name"> = {
  shortName: "No agency",
  name: "No agency is named",
};
