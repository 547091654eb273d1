import type { Action, Agency } from "./plan.ts";

/** The roles that provisioning makes SharePoint groups for, beside one group an agency. */
export type Role = "owner" | "challenge" | "scrutiny" | "reader";

/** Who is looking, and for whom they may speak. SharePoint decides; this says what to offer. */
export interface Me {
  readonly id: number;
  readonly name: string;
  /** `i:0#.f|membership|person@place.example` */
  readonly loginName: string;
  /** Short names of the agencies whose groups they are in. */
  readonly agencies: readonly string[];
  readonly roles: readonly Role[];
}

/** The agencies of an action that this person speaks for; none means they may only read. */
export function speaksFor(me: Me, action: Action): readonly string[] {
  return action.agencies.filter((agency) => me.agencies.includes(agency));
}

/** Which of a plan's agencies a person in these SharePoint groups speaks for. */
export function agenciesOf(
  agencies: readonly Agency[],
  groups: readonly string[],
): readonly string[] {
  return agencies.filter(({ group }) => groups.includes(group)).map(({ shortName }) => shortName);
}

/** Plan owners change what a plan is: its recommendations and actions, versions, settings. */
export function mayOwn(me: Me): boolean {
  return me.roles.includes("owner");
}

/** The peer-challenge group and scrutiny members put questions to agencies. */
export function mayChallenge(me: Me): boolean {
  return me.roles.includes("challenge") || me.roles.includes("scrutiny");
}

/** The peer-challenge group alone agrees ratings and dates, closes, reopens, and resolves questions. */
export function mayDecide(me: Me): boolean {
  return me.roles.includes("challenge");
}

/** Closing takes somebody of the group who speaks for none of the action's agencies. */
export function mayClose(me: Me, action: Action): boolean {
  return mayDecide(me) && speaksFor(me, action).length === 0;
}

/** A question is answered by the agency that it was put to. */
export function mayAnswer(me: Me, challenge: { readonly agency: string }): boolean {
  return me.agencies.includes(challenge.agency);
}

/**
 * Which actions this person leads: those whose lead officers they are among, and those of which the printed leads name
 * them, by their name as the directory has it, either way round, or by their address.
 */
export function ledBy(me: Me): (action: Pick<Action, "leads" | "leadOfficers">) => boolean {
  const names = namesOf(me);
  return ({ leadOfficers = [], leads }) =>
    leadOfficers.includes(me.id) || leads.some((lead) => names.some((name) => name.test(lead)));
}

/** "SMITH, Jane (A TRUST)" is printed "Jane Smith" too; a name counts as whole words alone. */
function namesOf({ name, loginName }: Me): readonly RegExp[] {
  const plain = name.replaceAll(/\s*\([^)]*\)/g, "").trim();
  const [family = "", given = ""] = plain.split(/,\s*/, 2);
  const address = loginName.slice(loginName.lastIndexOf("|") + 1);
  const all = [plain, given && `${given} ${family}`, address.includes("@") ? address : ""];
  return all.filter(Boolean).map(asWholeWords);
}

function asWholeWords(name: string): RegExp {
  const words = name.split(/\s+/).map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join("\\s+")}(?![\\p{L}\\p{N}])`, "iu");
}
