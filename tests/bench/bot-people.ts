import { randomUUID } from "node:crypto";
import { UnsecuredJWT } from "jose";
import { z } from "zod";

/** Somebody who presses; the token is what the token service gives for them. */
export const person = z.object({
  teamsId: z.string(),
  objectId: z.string(),
  token: z.string(),
  agency: z.object({
    id: z.number(),
    shortName: z.string(),
    name: z.string(),
    otherNames: z.array(z.string()),
    folder: z.string(),
    group: z.string(),
  }),
});

export type Person = z.infer<typeof person>;

const agencyCount = 20;

export const agencies: readonly Person["agency"][] = Array.from(
  { length: agencyCount },
  (_, at) => ({
    id: at + 1,
    shortName: `Agency ${at + 1}`,
    name: `Agency number ${at + 1}`,
    otherNames: [],
    folder: `Agency ${at + 1}`,
    group: `Agency ${at + 1} group`,
  }),
);

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
