import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type ATeams, aTeams } from "#tests/tab/support/a-teams.ts";
import { twentyPeople } from "./twenty/twenty-people.ts";

const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-twenty-"));
let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams({ dataFolder });
});
afterAll(() => teams.close());

it("twenty people propose on one plan on a bad day: nothing is lost, nothing twice, and every screen ends alike", async () => {
  const { promised, lost, twice, sameKey, untold, differing, strikes } = await twentyPeople(
    { teams, dataFolder },
    20,
  );
  expect({ lost, twice, sameKey, untold, differing }).toEqual({
    lost: [],
    twice: [],
    sameKey: [],
    untold: [],
    differing: [],
  });
  expect(promised).toBeGreaterThan(60);
  // It was a bad day: each kind of trouble came.
  expect(strikes.every((times) => times > 0)).toBe(true);
});
