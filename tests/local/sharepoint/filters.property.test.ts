import {
  assert,
  asyncProperty,
  constantFrom,
  letrec,
  oneof,
  record,
  sample,
  tuple,
  type Arbitrary,
} from "fast-check";
import { describe, expect, it } from "vitest";
import { withSite } from "./support/site.ts";

interface Row {
  readonly Title: string | null;
  readonly Score: number | null;
  readonly Done: boolean | null;
}

type Test = readonly [text: string, holds: (row: Row) => boolean];

const words = ["", "a", "A", "ab", "b%", "b_", "it's", "\\"] as const;
const numbers = [-1, 0, 1, 2.5] as const;
const comparisons: Readonly<Record<string, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
};

const row: Arbitrary<Row> = record({
  Title: constantFrom(...words.slice(1), null),
  Score: constantFrom(...numbers, null),
  Done: constantFrom(true, false, null),
});

const score: Arbitrary<Test> = tuple(
  constantFrom(...Object.keys(comparisons)),
  constantFrom(...numbers),
).map(([operator, number]) => [
  `Score ${operator} ${number}`,
  ({ Score }) => Score !== null && comparisons[operator]?.(Score - number) === true,
]);
const differs: Arbitrary<Test> = constantFrom(...numbers).map((number) => [
  `Score ne ${number}`,
  ({ Score }) => Score !== number,
]);
const lowerTitle = ({ Title }: Row) => Title?.toLowerCase();
const title: Arbitrary<Test> = tuple(
  constantFrom("eq", "startswith", "substringof"),
  constantFrom(...words.slice(1)),
).map(([kind, word]) => {
  const text = `'${word.replaceAll("'", "''")}'`;
  const low = word.toLowerCase();
  if (kind === "eq") return [`Title eq ${text}`, (item) => lowerTitle(item) === low];
  if (kind === "startswith")
    return [`startswith(Title,${text})`, (item) => lowerTitle(item)?.startsWith(low) === true];
  return [`substringof(${text},Title)`, (item) => lowerTitle(item)?.includes(low) === true];
});
const nothing: Arbitrary<Test> = constantFrom<Test[]>(
  ["Title eq null", ({ Title }) => Title === null],
  ["Score ne null", ({ Score }) => Score !== null],
  ["Done eq 1", ({ Done }) => Done === true],
  ["Done ne true", ({ Done }) => Done !== true],
);

const { filter } = letrec<{ filter: Test; leaf: Test }>((tie) => ({
  leaf: oneof(score, differs, title, nothing),
  filter: oneof(
    { maxDepth: 4 },
    tie("leaf"),
    tuple(tie("filter"), tie("filter")).map(([[left, first], [right, second]]): Test => [
      `(${left}) and (${right})`,
      (item) => first(item) && second(item),
    ]),
    tuple(tie("filter"), tie("filter")).map(([[left, first], [right, second]]): Test => [
      `(${left}) or (${right})`,
      (item) => first(item) || second(item),
    ]),
    tie("filter").map(([text, holds]): Test => [`not (${text})`, (item) => !holds(item)]),
  ),
}));

describe("filters", () => {
  it("agree with the same condition in JavaScript", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      await web.lists.add("Rows");
      const list = web.lists.getByTitle("Rows");
      await list.fields.addNumber("Score");
      await list.fields.addBoolean("Done");
      const rows = sample(row, { numRuns: 40, seed: 7 });
      for (const item of rows) await list.items.add({ ...item });
      await assert(
        asyncProperty(filter, async ([text, holds]) => {
          const found = await list.items.select("Id").filter(text)();
          const expected = rows.flatMap((item, index) => (holds(item) ? [index + 1] : []));
          expect(found.map(({ Id }) => Id)).toEqual(expected);
        }),
        { numRuns: 150 },
      );
    }));
});
