import { addressFor, linkedTo, placeOf, withPlan } from "#tab/frame/address.ts";
import { describe, expect, it } from "vitest";

const tab = "https://plan.example/tab/";
const opened = (address: string, link?: string) => addressFor(new URL(address), link).href;

describe("a link into the tab", () => {
  it.each([
    ["plan/3/action/41", { plan: 3, place: "action/41" }],
    ["plan/3/recommendation/2", { plan: 3, place: "recommendation/2" }],
    ["plan/3", { plan: 3 }],
    ["action/41", { place: "action/41" }],
    ["plan", {}],
    ["plan/0/action/41", {}],
    ["plan/3/action/41/evidence", {}],
    ["action/41?plan=3", {}],
    ["", {}],
    [undefined, {}],
  ])("%s leads to %j", (link, place) => {
    expect(linkedTo(link)).toEqual(place);
  });

  it("to another plan than the tab's own opens that one, and leaves the way back", () => {
    expect(opened(`${tab}?plan=5`, "plan/3/action/41")).toBe(`${tab}?plan=3&choose=`);
    expect(opened(tab, "plan/3/action/41")).toBe(`${tab}?plan=3&choose=`);
  });

  it("to the tab's own plan, or to no plan, changes nothing", () => {
    expect(opened(`${tab}?plan=3`, "plan/3/action/41")).toBe(`${tab}?plan=3`);
    expect(opened(`${tab}?plan=5`, "action/41")).toBe(`${tab}?plan=5`);
    expect(opened(tab)).toBe(tab);
  });

  it("is over once the reader went on: a reload opens what they had open", () => {
    const chosen = withPlan(new URL(`${tab}?plan=3#action/41`), 5);
    chosen.hash = "plan";
    expect(opened(chosen.href, "plan/3/action/41")).toBe(`${tab}?plan=5&choose=#plan`);
    expect(placeOf(chosen.hash, "plan/3/action/41")).toBeUndefined();
    expect(placeOf("#action/7", "plan/3/action/41")).toBe("action/7");
    expect(placeOf("", "plan/3/action/41")).toBe("action/41");
  });
});
