import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { z } from "zod";

const root = join(import.meta.dirname, "../../..");
const documented = readFileSync(join(root, "docs/configuration.md"), "utf8");

/** What stands in for the Azure CLI: it writes down how it was called, and answers the ids that are asked for. */
const standIn = `#!${process.execPath}
const { appendFileSync } = require("node:fs");
const said = process.argv.slice(2);
appendFileSync(process.env.CALLS, JSON.stringify(said) + "\\n");
const answers = [["app create", /tab/.test(said.join()) ? "the-tab" : "the-bot"], ["sp show", "a-permission"],
  ["credential reset", "the secret"], ["account show", "the-tenant"]];
const [, answer] = answers.find(([part]) => said.join(" ").includes(part)) ?? [];
if (answer) console.log(answer);
`;

it("the script for the two applications sends JSON, and prints the settings that it made", () => {
  const folder = mkdtempSync(join(tmpdir(), "applications-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "az"), standIn, { mode: 0o755 });
  const calls = join(folder, "calls");
  const script = join(root, "docs/deploy/applications.sh");
  const printed = execFileSync("bash", [script, "plan.place.example"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    env: {
      ...process.env,
      PATH: `${folder}:${process.env["PATH"]}`,
      CALLS: calls,
      CONSENT_AFTER: "0",
    },
  });
  const made = parseEnv(printed);
  expect(made).toMatchObject({
    BASE_URL: "https://plan.place.example",
    TENANT_ID: "the-tenant",
    TAB_CLIENT_ID: "the-tab",
    BOT_CLIENT_ID: "the-bot",
    TEAMS_APP_ID: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  for (const name of Object.keys(made)) expect(documented).toContain(`\`${name}\``);
  const said = readFileSync(calls, "utf8")
    .trim()
    .split("\n")
    .map((line) => z.array(z.string()).parse(JSON.parse(line)));
  const bodies = said.flatMap((words) => words[words.indexOf("--body") + 1] ?? []);
  const sent = bodies
    .filter((body) => body.startsWith("{"))
    .map((body): unknown => JSON.parse(body));
  expect(sent).toMatchObject([
    { identifierUris: ["api://the-tab"], api: { requestedAccessTokenVersion: 2 } },
    { spa: { redirectUris: ["brk-multihub://plan.place.example"] } },
    { identifierUris: ["api://botid-the-bot"], api: { requestedAccessTokenVersion: 2 } },
    { api: { preAuthorizedApplications: [{}, {}] } },
    { web: { redirectUris: ["https://token.botframework.com/.auth/web/redirect"] } },
  ]);
  expect(said.filter((words) => words.includes("admin-consent"))).toHaveLength(2);
});
