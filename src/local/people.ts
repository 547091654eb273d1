/** The fictional tenant that everybody on this machine signs in to. */
export const tenant = {
  id: "7a4d2c10-0000-4000-8000-000000000001",
  name: "Marlshire",
  domain: "marlshire.example",
} as const;

/** Somebody who can sign in on this machine; the id is what stands in a page's address. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** Entra's object id, the same in every token of this person. */
  readonly objectId: string;
  readonly upn: string;
  /** How Teams names a person to a bot: "29:" and, here, the object id. */
  readonly mri: string;
  /** How SharePoint names a person. */
  readonly loginName: string;
}

/**
 * Role titles instead of names: nobody here is a real person. Which agency a lead officer speaks
 * for is not written here, it is their SharePoint group.
 */
export const people: readonly Person[] = [
  person("owner", "Plan owner", "11"),
  person("lead-a", "Lead officer A", "12"),
  person("lead-b", "Lead officer B", "13"),
  person("lead-c", "Lead officer C", "14"),
  person("chair", "Challenge chair", "15"),
  person("secretary", "Challenge secretary", "18"),
  person("scrutiny", "Scrutiny member", "16"),
  person("outsider", "Somebody from outside", "17"),
  guest("independent", "Independent member", "19"),
  person("reader", "Board member", "20"),
];

/** The person with this id, or undefined where the address names nobody. */
export function personById(id: string): Person | undefined {
  return people.find((each) => each.id === id);
}

/** The person whom a token's `oid` claim names. */
export function personByObjectId(objectId: unknown): Person | undefined {
  return people.find((each) => each.objectId === objectId);
}

/** The person whom a bot calls by their Teams id, or by their Entra object id as the connector allows. */
export function personByTeamsId(id: string): Person | undefined {
  return people.find((each) => each.mri === id || each.objectId === id);
}

/** Somebody of another organisation, as the tenant that invited them names its guests. */
function guest(id: string, name: string, number: string): Person {
  return person(id, name, number, `${id}_elsewhere.example#EXT#@${tenant.domain}`);
}

function person(id: string, name: string, number: string, upn = `${id}@${tenant.domain}`): Person {
  const objectId = `7a4d2c10-0000-4000-8000-0000000000${number}`;
  return {
    id,
    name,
    objectId,
    upn,
    mri: `29:${objectId}`,
    loginName: `i:0#.f|membership|${upn.toLowerCase()}`,
  };
}
