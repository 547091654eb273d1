import {
  assert,
  asyncProperty,
  constantFrom,
  letrec,
  oneof,
  record,
  sample,
  subarray,
  tuple,
  type Arbitrary,
} from "fast-check";
import { describe, expect, it } from "vitest";
import { withSite } from "./support/site.ts";

interface Row {
  readonly Title: string | null;
  readonly Score: number | null;
  readonly Colours: readonly string[];
}

type Test = readonly [xml: string, holds: (row: Row) => boolean];

const words = ["a", "A", "ab", "b%", "b_", "it's", "<&>"] as const;
const numbers = [-1, 0, 1, 2.5] as const;
const colours = ["red", "green"] as const;
const comparisons: Readonly<Record<string, (order: number) => boolean>> = {
  Eq: (order) => order === 0,
  Lt: (order) => order < 0,
  Leq: (order) => order <= 0,
  Gt: (order) => order > 0,
  Geq: (order) => order >= 0,
};

const row: Arbitrary<Row> = record({
  Title: constantFrom(...words, null),
  Score: constantFrom(...numbers, null),
  Colours: subarray([...colours]),
});

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const value = (type: string, text: string | number) =>
  `<Value Type="${type}">${escaped(String(text))}</Value>`;
const on = (name: string, element: string, inner = "") =>
  `<${element}><FieldRef Name="${name}" />${inner}</${element}>`;
const low = ({ Title }: Row) => Title?.toLowerCase();

const score: Arbitrary<Test> = tuple(
  constantFrom(...Object.keys(comparisons)),
  constantFrom(...numbers),
).map(([element, number]) => [
  on("Score", element, value("Number", number)),
  ({ Score }) => Score !== null && comparisons[element]?.(Score - number) === true,
]);
const title: Arbitrary<Test> = tuple(
  constantFrom("Eq", "BeginsWith", "Contains"),
  constantFrom(...words),
).map(([element, word]) => [
  on("Title", element, value("Text", word)),
  (item) => {
    const [text, sought] = [low(item), word.toLowerCase()];
    if (element === "Eq") return text === sought;
    return (element === "BeginsWith" ? text?.startsWith(sought) : text?.includes(sought)) === true;
  },
]);
const among: Arbitrary<Test> = subarray([...words], { minLength: 1 }).map((chosen) => [
  on("Title", "In", `<Values>${chosen.map((word) => value("Text", word)).join("")}</Values>`),
  (item) => chosen.some((word) => word.toLowerCase() === low(item)),
]);
const colour: Arbitrary<Test> = constantFrom(...colours).map((name) => [
  on("Colours", "Includes", value("Text", name)),
  ({ Colours }) => Colours.includes(name),
]);
const nothing: Arbitrary<Test> = constantFrom<Test[]>(
  [on("Title", "IsNull"), ({ Title }) => Title === null],
  [on("Score", "IsNotNull"), ({ Score }) => Score !== null],
  [on("Score", "Neq", value("Number", 1)), ({ Score }) => Score !== 1],
);

const { condition } = letrec<{ condition: Test; leaf: Test }>((tie) => ({
  leaf: oneof(score, title, among, colour, nothing),
  condition: oneof(
    { maxDepth: 4 },
    tie("leaf"),
    tuple(tie("condition"), tie("condition")).map(([[left, first], [right, second]]): Test => [
      `<And>${left}${right}</And>`,
      (item) => first(item) && second(item),
    ]),
    tuple(tie("condition"), tie("condition")).map(([[left, first], [right, second]]): Test => [
      `<Or>${left}${right}</Or>`,
      (item) => first(item) || second(item),
    ]),
  ),
}));

describe("conditions in CAML", () => {
  it("agree with the same condition in JavaScript", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      await web.lists.add("Rows");
      const list = web.lists.getByTitle("Rows");
      await list.fields.addNumber("Score");
      await list.fields.addMultiChoice("Colours", { Choices: [...colours] });
      const rows = sample(row, { numRuns: 30, seed: 7 });
      for (const item of rows) await list.items.add({ ...item });
      await assert(
        asyncProperty(condition, async ([xml, holds]) => {
          const ViewXml = `<View><Query><Where>${xml}</Where></Query></View>`;
          const found = await web.lists.getByTitle("Rows").getItemsByCAMLQuery({ ViewXml });
          const expected = rows.flatMap((item, index) => (holds(item) ? [index + 1] : []));
          expect(found.map(({ Id }: { Id: number }) => Id)).toEqual(expected);
        }),
        { numRuns: 100 },
      );
    }));
});
