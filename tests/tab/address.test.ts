import { addressFor, addressOf, linkedTo, withPlan, writeAddress } from "#tab/teams/address.ts";
import { describe, expect, it } from "vitest";

const tab = "https://plan.example/tab/";
/** The plan from top to bottom, nothing open. */
const whole = { view: "plan", place: undefined, query: "" };
const opened = (address: string, link?: string) => addressFor(new URL(address), link).href;

describe("a link into the tab", () => {
  it.each([
    ["plan/3/action/41", { plan: 3, address: "action/41" }],
    ["plan/3/recommendation/2", { plan: 3, address: "recommendation/2" }],
    ["plan/3", { plan: 3 }],
    ["action/41", { address: "action/41" }],
    ["plan/3/summary", { plan: 3, address: "summary" }],
    ["plan/3/plan?agency=ICB&due=overdue", { plan: 3, address: "plan?agency=ICB&due=overdue" }],
    ["changes/action/4?from=2026-10-22", { address: "changes/action/4?from=2026-10-22" }],
    ["plan/0/action/41", {}],
    ["plan/3/action/41/evidence", {}],
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
    expect(addressOf(chosen.hash, "plan/3/action/41")).toEqual(whole);
    expect(addressOf("#action/7", "plan/3/action/41")).toEqual({ ...whole, place: "action/7" });
    expect(addressOf("", "plan/3/action/41")).toEqual({ ...whole, place: "action/41" });
  });
});

describe("an address", () => {
  it.each([
    ["plan", whole],
    ["action/12", { ...whole, place: "action/12" }],
    ["action/12?agency=ICB", { view: "plan", place: "action/12", query: "agency=ICB" }],
    ["plan?due=overdue", { ...whole, query: "due=overdue" }],
    ["changes/action/12?from=1", { view: "changes", place: "action/12", query: "from=1" }],
  ])("%s is read and written again as it was", (written, address) => {
    expect(addressOf(`#${written}`, undefined)).toEqual(address);
    expect(writeAddress(address)).toBe(written);
  });

  it("that nobody can read is the plan", () => {
    expect(addressOf("#action/none", undefined)).toEqual(whole);
    expect(addressOf("#../elsewhere", undefined)).toEqual(whole);
  });
});
