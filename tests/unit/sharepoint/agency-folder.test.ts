import { expect, it } from "vitest";
import { agencyFolder } from "#sharepoint/access.ts";

it.each([
  ["Marl: NHS/Trust #1", "Marl- NHS-Trust -1"],
  ["Trust plc. . .", "Trust plc"],
  // What is left of a name that is too long must not end as SharePoint lets no folder end.
  [`${"a".repeat(98)}. tail`, "a".repeat(98)],
  [`${".".repeat(50_000)}x`, ""],
])("names the folder of %j so that SharePoint takes it", (shortName, folder) => {
  expect(agencyFolder(shortName)).toBe(folder);
});
