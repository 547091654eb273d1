import { gridMove, type GridPlace } from "#tab/grid/grid-keys.ts";
import { allGroups } from "#tab/arrange/plan-groups.ts";
import { planRows } from "#tab/rows/plan-rows.ts";
import { viewPlan } from "#tab/rows/plan-view.ts";
import { describe, expect, it } from "vitest";
import { anOpenPlan } from "./support/a-plan.ts";

const groups = allGroups(viewPlan(anOpenPlan()));
const press = (
  name: string,
  from: GridPlace,
  { closed = [] as string[], control = false } = {},
) => {
  const rows = planRows(groups, new Set(closed));
  return gridMove({ rows, cells: () => 5, page: 2 }, from, { name, control });
};
const on = (row: string, cell?: number): GridPlace =>
  cell === undefined ? { row } : { row, cell };

describe("the keys of the tree grid", () => {
  it("go up and down by rows and stop at both ends", () => {
    expect(press("ArrowDown", on("recommendation/1"))).toEqual({ go: on("action/11") });
    expect(press("ArrowUp", on("recommendation/1"))).toEqual({ go: on("recommendation/1") });
    expect(press("ArrowDown", on("action/21"))).toEqual({ go: on("action/21") });
    expect(press("PageDown", on("recommendation/1"))).toEqual({ go: on("action/12") });
    expect(press("End", on("recommendation/1"))).toEqual({ go: on("action/21") });
  });

  it("open with right, then go into the cells; come out with left, then close", () => {
    expect(press("ArrowRight", on("recommendation/1"), { closed: ["recommendation/1"] })).toEqual({
      fold: "recommendation/1",
      open: true,
    });
    expect(press("ArrowRight", on("recommendation/1"))).toEqual({ go: on("recommendation/1", 0) });
    expect(press("ArrowLeft", on("recommendation/1", 0))).toEqual({ go: on("recommendation/1") });
    expect(press("ArrowLeft", on("recommendation/1"))).toEqual({
      fold: "recommendation/1",
      open: false,
    });
  });

  it("lead from an action to its recommendation with left", () => {
    expect(press("ArrowLeft", on("action/12"))).toEqual({ go: on("recommendation/1") });
  });

  it("keep the column while going up and down, and stay in the row with Home and End", () => {
    expect(press("ArrowDown", on("action/11", 3))).toEqual({ go: on("action/12", 3) });
    expect(press("End", on("action/11", 1))).toEqual({ go: on("action/11", 4) });
    expect(press("Home", on("action/11", 1), { control: true })).toEqual({
      go: on("recommendation/1", 1),
    });
  });

  it("open what the keyboard stands on with Enter", () => {
    expect(press("Enter", on("action/12"))).toEqual({ show: "action/12" });
  });

  it("leave other keys to the browser", () => {
    expect(press("a", on("action/12"))).toBeUndefined();
  });
});
