import { randomUUID } from "node:crypto";
import { UnsecuredJWT } from "jose";
import type { Agency } from "#plan/plan.ts";

/** Somebody who presses; the token is what the token service gives for them. */
export interface Person {
  readonly teamsId: string;
  readonly objectId: string;
  readonly token: string;
  readonly agency: Agency;
}

const agencyCount = 20;

export const agencies: readonly Agency[] = Array.from({ length: agencyCount }, (_, at) => ({
  id: at + 1,
  shortName: `Agency ${at + 1}`,
  name: `Agency number ${at + 1}`,
  otherNames: [],
  folder: `Agency ${at + 1}`,
  group: `Agency ${at + 1} group`,
}));

/** So many people, spread over the agencies. */
export function somePeople(count: number): readonly Person[] {
  return Array.from({ length: count }, (_, at) => {
    const objectId = randomUUID();
    const agency = agencies[at % agencies.length];
    if (!agency) throw new RangeError("There are no agencies.");
    return {
      teamsId: `29:${objectId}`,
      objectId,
      token: new UnsecuredJWT({ oid: objectId }).encode(),
      agency,
    };
  });
}
