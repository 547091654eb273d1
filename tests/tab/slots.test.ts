import type { Row } from "#tab/rows/plan-rows.ts";
import { allGroups } from "#tab/arrange/plan-groups.ts";
import { planRows } from "#tab/rows/plan-rows.ts";
import { viewPlan } from "#tab/rows/plan-view.ts";
import { Slots } from "#tab/grid/slots.ts";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anAction, anOpenPlan, anUpdate } from "./support/a-plan.ts";

const actions = Array.from({ length: 200 }, (_, index) =>
  anAction({ id: index + 1, order: index + 1, recommendationId: index < 100 ? 1 : 2 }),
);
const rows = planRows(allGroups(viewPlan(anOpenPlan([], { actions }))), new Set());
const from = (first: number, count = 10) =>
  Array.from({ length: count }, (_, each) => first + each);
const keyOf = ({ key }: Row) => key;

/** How many rows a jump brings at once, after five that took so long. */
const comingAfter = (milliseconds: number) => {
  const drawn = new Slots(6);
  drawn.show(rows, from(0));
  for (const first of [20, 40, 60, 80, 100]) {
    drawn.show(rows, from(first));
    drawn.paced(milliseconds);
  }
  return 10 - drawn.show(rows, from(150)).missing;
};

describe("rows that share their elements", () => {
  it("are all there at once when the plan is first drawn", () => {
    const { slots, missing } = new Slots(3).show(rows, from(0));
    expect(slots.map(({ row }) => row)).toEqual(rows.slice(0, 10));
    expect(missing).toBe(0);
  });

  it("give them, once out of sight, to rows of their kind; those in sight keep their own", () => {
    const drawn = new Slots(6);
    const before = new Map(drawn.show(rows, from(5)).slots.map(({ row, id }) => [row.key, id]));
    const { slots } = drawn.show(rows, from(9));
    expect(new Set(slots.map(({ id }) => id))).toEqual(new Set(before.values()));
    const still = slots.filter(({ row }) => before.has(row.key));
    expect(still.map(({ row }) => before.get(row.key))).toEqual(still.map(({ id }) => id));
    expect(still.length).toBe(6);
  });

  it("come a few at a time while they scroll in, until none is missing", () => {
    const drawn = new Slots(3);
    drawn.show(rows, from(0));
    const left = [1, 2, 3, 4].map(() => drawn.show(rows, from(50)).missing);
    expect(left).toEqual([7, 4, 1, 0]);
  });

  it("come fewer at a time to a slow computer, two at least, and more to a fast one", () => {
    expect(comingAfter(50)).toBe(2);
    expect(comingAfter(16.7)).toBe(10);
  });

  it("never show two rows in one place, or one row twice, wherever the reader scrolls", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(rows.length - 10), { minLength: 1, maxLength: 30 }), (jumps) => {
        const drawn = new Slots(4);
        for (const jump of jumps) {
          const { slots } = drawn.show(rows, from(jump));
          expect(new Set(slots.map(({ id }) => id)).size).toBe(slots.length);
          expect(new Set(slots.map(({ row }) => row.key)).size).toBe(slots.length);
          expect(slots.every(({ row, index }) => rows[index]?.key === row.key)).toBe(true);
        }
      }),
    );
  });

  it("follow their rows where something was put in before them", () => {
    const drawn = new Slots(3);
    const before = drawn.show(rows, from(20)).slots.find(({ index }) => index === 25);
    const { slots } = drawn.show(rows.toSpliced(3, 1), from(19));
    const after = slots.find(({ id }) => id === before?.id);
    expect(after && keyOf(after.row)).toBe(before && keyOf(before.row));
    expect(after?.index).toBe(24);
  });

  it("say what their row says now, those out of sight too: a screen reader comes to them", () => {
    const drawn = new Slots(20);
    drawn.show(rows, from(0));
    drawn.show(rows, from(30));
    const later = planRows(
      allGroups(viewPlan(anOpenPlan([anUpdate({ actionId: 3, rating: "red" })], { actions }))),
      new Set(),
    );
    const { slots } = drawn.show(later, from(30));
    expect(slots.length).toBeGreaterThan(10);
    expect(slots.every(({ row, index }) => later[index] === row)).toBe(true);
  });
});
