import { readFileSync } from "node:fs";

/** The columns of docs/permissions.md, in its order. */
export const kindsOfPeople = [
  "Plan owner",
  "Agency, its own",
  "Agency, another's",
  "Peer-challenge group",
  "Scrutiny",
  "Reader",
  "Outsider",
] as const;
export type KindOfPerson = (typeof kindsOfPeople)[number];

const cells = (row: string): string[] =>
  row
    .split("|")
    .map((cell) => cell.trim())
    .slice(1, -1);

/** The rows of the table in docs/permissions.md as they are printed, its head first. */
export function permissionRows(): readonly (readonly string[])[] {
  const page = readFileSync(new URL("../../docs/permissions.md", import.meta.url), "utf8");
  return page
    .split("\n")
    .filter((line) => line.startsWith("|") && !/^\|[\s:|-]+$/.test(line))
    .map(cells);
}

/** Whether the page says that this kind of person may do it. Throws where it has no such act. */
export function mayBy(act: string, kind: KindOfPerson): boolean {
  const [head = [], ...rows] = permissionRows();
  const row = rows.find(([name]) => name === act);
  if (!row) throw new Error(`docs/permissions.md has no act "${act}".`);
  return row[head.indexOf(kind)] === "yes";
}
