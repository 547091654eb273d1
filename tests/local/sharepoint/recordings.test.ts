import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { withSite } from "./support/site.ts";

/** What a tenant answered once; kept beside the project, not in it. */
const recordings = new URL(
  "../../../../shared/sharepoint-recordings/responses.jsonl",
  import.meta.url,
);

type Recorded = Readonly<Record<string, unknown>>;

function isRecorded(value: unknown): value is Recorded {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function bodies(): unknown[] {
  return readFileSync(recordings, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .flatMap((line) => tryParse(JSON.parse(line).body));
}

function tryParse(text: unknown): unknown[] {
  try {
    return typeof text === "string" ? [JSON.parse(text)] : [];
  } catch {
    return [];
  }
}

function find(value: unknown, matches: (found: Recorded) => boolean): Recorded | undefined {
  if (isRecorded(value) && matches(value)) return value;
  if (typeof value !== "object" || value === null) return undefined;
  for (const inner of Object.values(value)) {
    const found = find(inner, matches);
    if (found) return found;
  }
  return undefined;
}

function kinds(value: unknown): unknown {
  if (!isRecorded(value)) return Array.isArray(value) ? "list" : typeof value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .map(([name, inner]) => [name, kinds(inner)]),
  );
}

describe.skipIf(!existsSync(recordings))("the shape of", () => {
  it.each<[string, string, (found: Recorded) => boolean]>([
    ["a web", "web", (found) => "AllowRssFeeds" in found],
    ["a list", "web/lists/getByTitle('Actions')", ({ BaseTemplate }) => BaseTemplate === 100],
    ["a library", "web/lists/getByTitle('Documents')", ({ BaseTemplate }) => BaseTemplate === 101],
    ["a user", "web/currentUser", (found) => "UserId" in found],
    ["a group", "web/siteGroups(2)", ({ PrincipalType }) => PrincipalType === 8],
    [
      "a folder",
      "web/lists/getByTitle('Documents')/rootFolder",
      (found) => "WelcomePage" in found && "ProgID" in found,
    ],
    ["a permission level", "web/roleDefinitions(1073741829)", (found) => "RoleTypeKind" in found],
    [
      "regional settings",
      "web/regionalSettings?$expand=TimeZone&$select=*,TimeZone/*",
      (found) => "AdjustHijriDays" in found,
    ],
  ])("%s is what a tenant answered", (_, path, matches) =>
    withSite(async (site) => {
      await site.as("admin").web.lists.add("Actions");
      const answer = await site.call("admin", "GET", path, {
        headers: { Accept: "application/json;odata=nometadata" },
      });
      const recorded = find(bodies(), matches);
      const { SiteLogoUrl: _logo, ...expected } = { ...recorded };
      expect(Object.keys(expected).length).toBeGreaterThan(3);
      expect(kinds(answer.json)).toMatchObject(Object(kinds(expected)));
    }),
  );
});
