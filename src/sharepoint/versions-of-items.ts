import * as v from "valibot";
import type { IsoInstant } from "#plan/iso-date.ts";
import type { Person } from "#plan/record.ts";
import { finite } from "./row.ts";

/** What every version of an item says: when it was made, and by whom. */
export const versionOf = {
  Created: v.string(),
  Editor: v.nullish(v.object({ LookupId: finite, LookupValue: v.nullable(v.string()) })),
};

interface VersionOf {
  readonly Created: string;
  readonly Editor?:
    | { readonly LookupId: number; readonly LookupValue: string | null }
    | null
    | undefined;
}

/** A version's moment comes without its zone, which is UTC. */
export function versionMoment({ Created }: VersionOf): IsoInstant {
  return /Z|[+-]\d\d:\d\d$/.test(Created) ? Created : `${Created}Z`;
}

export function versionAuthor({ Editor }: VersionOf): Person | undefined {
  return Editor ? { id: Editor.LookupId, name: Editor.LookupValue ?? "" } : undefined;
}
