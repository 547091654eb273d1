import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  nat,
  oneof,
  record,
  type Arbitrary,
} from "fast-check";
import { describe, it } from "vitest";
import { RecordBesideModel, type Step } from "./support/record-beside-model.ts";
import { folders, levels } from "./support/record-model.ts";
import { loginOf, withSite, type LocalSite } from "./support/site.ts";

const people = ["admin", "alpha", "beta", "reader"] as const;
const principals = ["alpha", "beta", "reader", "Team"] as const;
const titles = ["one", "two", "it's"] as const;

const place = nat(5);
const person = constantFrom(...people);
const step: Arbitrary<Step> = oneof(
  record({
    kind: constantFrom("add"),
    person,
    folder: constantFrom(...folders),
    title: constantFrom(...titles),
  }),
  record({
    kind: constantFrom("change"),
    person,
    place,
    title: constantFrom(...titles),
    late: constantFrom(false, false, true),
  }),
  record({ kind: constantFrom("remove", "look", "look"), person, place }),
  record({ kind: constantFrom("inherit"), does: constantFrom("isolate", "rejoin"), place }),
  record({
    kind: constantFrom("team"),
    does: constantFrom("join", "leave"),
    person: constantFrom("alpha", "beta", "reader"),
  }),
  record({
    kind: constantFrom("grant"),
    does: constantFrom("grant", "grant", "revoke"),
    scope: oneof(constantFrom(...folders), place),
    principal: constantFrom(...principals),
    level: constantFrom(...levels),
  }),
);

/** People and levels with their ids; the group Team is empty. */
async function prepare(site: LocalSite): Promise<Map<string, number>> {
  const { web } = site.as("admin");
  const ids = new Map<string, number>();
  for (const name of ["alpha", "beta", "reader"])
    ids.set(name, (await web.ensureUser(loginOf(name))).Id);
  ids.set("Team", (await web.siteGroups.add({ Title: "Team" })).Id);
  await web.roleDefinitions.add("Append only", "", 100, { High: 176, Low: 138_612_835 });
  for (const level of levels) ids.set(level, (await web.roleDefinitions.getByName(level)()).Id);
  return ids;
}

async function emptyList(site: LocalSite, title: string): Promise<void> {
  const { web } = site.as("admin");
  await web.lists.add(title);
  const list = web.lists.getByTitle(title);
  await list.breakRoleInheritance(false, false);
  await list.rootFolder.folders.addUsingPath("closed");
  await list.items.getById(1).breakRoleInheritance(false, false);
}

const runs = Number(process.env["PROPERTY_RUNS"] ?? 25);

describe("whatever several people do, in any order", () => {
  it(
    "a list shows each of them what its permissions say, and keeps what they were allowed to do",
    { timeout: 30_000 + 1000 * runs },
    () =>
      withSite(async (site) => {
        const ids = await prepare(site);
        let number = 0;
        await assert(
          asyncProperty(array(step, { minLength: 15, maxLength: 60 }), async (steps) => {
            const title = `Record${(number += 1)}`;
            await emptyList(site, title);
            for (const name of ["alpha", "beta", "reader"]) {
              const { users } = site.as("admin").web.siteGroups.getByName("Team");
              await users.removeByLoginName(loginOf(name)).catch(() => undefined);
            }
            const both = new RecordBesideModel(site, title, ids);
            for (const taken of steps) await both.take(taken);
            for (const who of people) await both.look(who, 0);
          }),
          { numRuns: runs },
        );
      }),
  );
});
