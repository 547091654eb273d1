import { describe, expect, it } from "vitest";
import { planted } from "#cli/sample/planted.ts";
import { checks, runChecks } from "#plan/checks.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import { sampleAsOpened } from "#tests/support/sample-as-opened.ts";

const days: readonly IsoDate[] = ["2026-11-21", "2024-02-29", "2031-07-01"];

describe.each(days)("the checks on the sample plan as loaded on %s", (today) => {
  const sample = sampleAsOpened(today);
  const findings = runChecks(sample);

  it.each(checks.map(({ id }) => id))("%s fires where it is planted, and nowhere else", (id) => {
    const order = new Map(sample.actions.map((action) => [action.id, action.order]));
    const found = findings
      .filter(({ check }) => check === id)
      .map(({ ref, actionId, says }) => ({ ref, order: order.get(actionId ?? 0), says }));
    expect(found).toEqual(
      planted
        .filter(({ check }) => check === id)
        .map(({ ref, actionOrder }) => ({ ref, order: actionOrder, says: expect.any(String) })),
    );
  });

  it("asks an agency of the plan, in a sentence that ends as a question", () => {
    const known = sample.agencies.map(({ shortName }) => shortName);
    for (const { agency, asks, says } of findings) {
      expect(known).toContain(agency);
      expect(asks).toMatch(/^\p{Lu}.*\?$/u);
      expect(says).toMatch(/^[\p{Lu}“].*\.$/u);
    }
  });
});
