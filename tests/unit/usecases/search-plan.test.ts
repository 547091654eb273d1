import { expect, it } from "vitest";
import { searchPlan } from "#usecases/search-plan.ts";

const agencies = [
  {
    id: 1,
    shortName: "Health",
    name: "Marlshire Community Health",
    otherNames: ["MCH"],
    folder: "Health",
    group: "g",
  },
  {
    id: 2,
    shortName: "Council",
    name: "Marlshire Council",
    otherNames: [],
    folder: "Council",
    group: "g",
  },
];

const recommendation = (id: number, ref: string, text: string) => ({
  id,
  ref,
  order: id,
  text,
  addressees: ["Council"],
  paragraphs: [],
});

const action = (id: number, recommendationId: number, text: string, of = "Health") => ({
  id,
  recommendationId,
  order: id,
  agencies: [of],
  agencyAsPrinted: of,
  text,
  leads: ["Named nurse"],
  dueAsPrinted: "",
});

const plan = {
  agencies,
  recommendations: [
    recommendation(1, "2.1", "See that neglect is noticed early."),
    recommendation(2, "2.10", "Write the pathway for 2.1 patients."),
  ],
  actions: [
    action(11, 1, "Give supervision on neglect once a quarter."),
    action(12, 1, "Train the nurses.", "Council"),
    action(21, 2, "Agree a pathway."),
  ],
};

function found(query: string): readonly (number | string)[] {
  return searchPlan(plan, query).map(({ recommendation: { ref }, action: its }) => its?.id ?? ref);
}

it("puts the ref that was meant first, with what belongs to it", () => {
  expect(found("2.1").slice(0, 3)).toEqual(["2.1", 11, 12]);
  expect(found("2.10")).toEqual(["2.10", 21]);
});

it.each([
  ["neglect", ["2.1", 11]],
  ["superv neglect", [11]],
  ["suprevision", [11]],
  ["MCH", [11, 21]],
  ["community pathway", [21]],
  ["named nurse train", [12]],
])("finds “%s”", (query, expected) => {
  expect(new Set(found(query))).toEqual(new Set(expected));
});

it("finds nothing where one word is nowhere", () => {
  expect(found("neglect xylophone")).toEqual([]);
});

it("gives the plan in its own order where nothing is asked", () => {
  expect(found("  ")).toEqual(["2.1", 11, 12, "2.10", 21]);
});
