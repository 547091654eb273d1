// npm run demo:twenty -- [SECONDS]: twenty people propose on one plan while SharePoint has a bad day; 300 if left out.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { twentyPeople } from "#tests/e2e/twenty/twenty-people.ts";
import { aTeams } from "#tests/tab/support/a-teams.ts";

const seconds = Number(process.argv[2] ?? 300);
const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-twenty-"));
const teams = await aTeams({ dataFolder });
try {
  process.stdout.write(
    `${JSON.stringify(await twentyPeople({ teams, dataFolder }, seconds), undefined, 2)}\n`,
  );
} finally {
  await teams.close();
}
