import { describe, expect, it } from "vitest";
import {
  brag,
  hasRating,
  isComplete,
  isOnTarget,
  leastGood,
  notApplicable,
  notRated,
  peerChecked,
  rag,
  ratingOf,
  ratingSchemes,
  schemeOf,
  statusWords,
} from "#plan/rating-scheme.ts";

describe("rating schemes", () => {
  it.each([
    [brag, { blue: "complete", green: "on-target", amber: "off-target", red: "not-started" }],
    [peerChecked, { blue: "closed", green: "complete", amber: "on-target", red: "off-target" }],
    [rag, { green: "complete", amber: "on-target", red: "off-target" }],
    [statusWords, { blue: "complete", amber: "on-target" }],
  ])("$id gives its colours their own meanings", (scheme, meanings) => {
    const asGiven = scheme.ratings.map(({ colour, meaning }) => [colour, meaning]);
    expect(Object.fromEntries(asGiven)).toEqual(meanings);
  });

  it("show a name, a letter and a symbol beside every colour, each once in a scheme", () => {
    for (const { ratings } of ratingSchemes) {
      for (const part of ["id", "name", "letter", "symbol", "definition"] as const) {
        const values = [...ratings, notRated, notApplicable].map((rating) => rating[part]);
        expect(values.every((value) => value.length > 0)).toBe(true);
        expect(part === "symbol" || new Set(values).size === values.length).toBe(true);
      }
      expect(new Set(ratings.map(({ symbol }) => symbol)).size).toBe(ratings.length);
    }
  });

  it("are found by their id, and by no other", () => {
    for (const scheme of ratingSchemes) expect(schemeOf(scheme.id)).toBe(scheme);
    expect(() => schemeOf("traffic-lights")).toThrow('There is no rating scheme "traffic-lights".');
  });

  it("have not rated and not applicable beside their own", () => {
    expect(ratingOf(brag, "not-rated")).toBe(notRated);
    expect(ratingOf(rag, "not-applicable")).toBe(notApplicable);
    expect(hasRating(brag, "not-rated")).toBe(false);
    expect(() => ratingOf(rag, "blue")).toThrow('The rating scheme "RAG" has no rating "blue".');
  });

  it("are asked for what a colour means, which differs", () => {
    expect(isComplete(brag, "green")).toBe(false);
    expect(isOnTarget(brag, "green")).toBe(true);
    expect(isComplete(peerChecked, "green")).toBe(true);
    expect(isComplete(peerChecked, "blue")).toBe(true);
    expect(isComplete(brag, "not-rated")).toBe(false);
    expect(isComplete(brag, "not-applicable")).toBe(false);
  });
});

describe("the least good of several ratings", () => {
  it.each([
    [["blue", "green"], "green"],
    [["green", "red", "blue"], "red"],
    [["blue", "not-applicable"], "blue"],
    [["not-applicable", "not-applicable"], "not-applicable"],
    [["blue", "not-rated"], "not-rated"],
    [[], "not-rated"],
  ])("%j is %s", (ratings, least) => {
    expect(leastGood(brag, ratings)).toBe(least);
    expect(leastGood(brag, ratings.toReversed())).toBe(least);
  });
});
