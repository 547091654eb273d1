import type { Action } from "./plan.ts";

const nobody =
  /^(?:\W*|tb[acd]|to be (?:agreed|appointed|assigned|confirmed|decided|determined|identified|recruited|allocated)|not (?:yet )?(?:known|agreed|identified|applicable|assigned|appointed)|n\s?\/?\s?a|none|nil|nobody|no[- ]?one|unknown|vacan(?:t|cy)|(?:post )?(?:is )?vacant|various|all(?: (?:staff|agencies|partners|services|teams|practitioners|professionals))?|everyone|everybody)(?:[\s.,:;?!–-]*)$/iu;

/** The leads that name somebody: "TBC", "Vacant" and "All staff" name nobody who could be asked. */
export function namedLeads({ leads }: Pick<Action, "leads">): readonly string[] {
  return leads.filter((lead) => !nobody.test(lead.replaceAll(/[()[\]]/gu, " ").trim()));
}
