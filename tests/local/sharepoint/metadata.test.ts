import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isFields } from "./support/recordings.ts";
import { startSite, type LocalSite } from "./support/site.ts";

let site: LocalSite;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ site, stop } = await startSite());
  const { web } = site.as("admin");
  await web.lists.add("Actions");
  const list = web.lists.getByTitle("Actions");
  await list.fields.createFieldAsXml(
    "<Field Type='MultiChoice' Name='Many' DisplayName='Many'><CHOICES><CHOICE>a</CHOICE><CHOICE>b</CHOICE></CHOICES></Field>",
  );
  await list.items.add({ Title: "one", Many: ["a", "b"] });
  await web.getFolderByServerRelativePath("Shared Documents").files.addUsingPath("a.txt", "a");
});
afterAll(() => stop());

it("says that it does not write the full metadata that no recording shows", async () => {
  const answer = await site.call("admin", "GET", "web", {
    headers: { Accept: "application/json;odata=fullmetadata" },
  });
  expect([answer.status, answer.text]).toEqual([501, expect.stringContaining("fullmetadata")]);
});

/** What an answer says, without what it says about itself. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!isFields(value)) return value;
  if (Array.isArray(value["results"])) return value["results"].map(plain);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, inner]) => !isMetadata(name) && !(isFields(inner) && "__deferred" in inner))
      .map(([name, inner]) => [name, plain(inner)]),
  );
}

const isMetadata = (name: string) => name === "__metadata" || /^odata\.|@odata\./.test(name);

/** A collection is wrapped in `value`, or in `d.results`. */
function content(value: unknown): unknown {
  if (!isFields(value)) return value;
  return "d" in value ? plain(value["d"]) : plain("value" in value ? value["value"] : value);
}

const library = "web/getFolderByServerRelativePath(decodedUrl='Shared Documents')";

describe.each([
  "web",
  "web?$expand=CurrentUser/Groups",
  "web/lists?$expand=RootFolder",
  "web/lists/getByTitle('Actions')?$expand=Fields",
  "web/lists/getByTitle('Actions')/items",
  "web/lists/getByTitle('Actions')/items?$select=Title,Many,Author/Title&$expand=Author",
  "web/lists/getByTitle('Actions')/items(1)",
  "web/lists/getByTitle('Actions')/items(1)/versions",
  "web/lists/getByTitle('Actions')/fields",
  "web/lists/getByTitle('Actions')/views",
  `${library}/files`,
  `${library}/files('a.txt')/listItemAllFields`,
  "web/siteUsers",
  "web/siteGroups?$expand=Users",
  "web/roleDefinitions",
  "web/roleAssignments?$expand=Member,RoleDefinitionBindings",
])("%s", (path) => {
  const ask = (level: string) =>
    site.call("admin", "GET", path, {
      headers: { Accept: `application/json;odata=${level}` },
    });

  it("says the same in all three forms", async () => {
    const none = await ask("nometadata");
    expect(none.status).toBe(200);
    expect(JSON.stringify(none.json)).not.toMatch(/"__metadata"|"odata\.|@odata\./);
    for (const level of ["minimalmetadata", "verbose"]) {
      const other = await ask(level);
      expect(other.headers.get("content-type")).toContain(`odata=${level}`);
      expect(content(other.json)).toEqual(content(none.json));
    }
  });
});
