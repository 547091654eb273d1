import { expect, it } from "vitest";
import { findingsAsJson, findingsAsText } from "#cli/check.ts";
import { checks, runChecks } from "#plan/checks.ts";
import { sampleAsOpened } from "#tests/support/sample-as-opened.ts";

const sample = sampleAsOpened("2026-11-21");
const me = { id: 1, name: "App", loginName: "app", agencies: [], roles: [] };
const checked = {
  open: { ...sample, me, changeToken: "" },
  findings: runChecks(sample),
  ownClosings: [],
};

it("says each finding as JSON with the action's own words, and null for a whole recommendation", () => {
  const lines = findingsAsJson(checked);
  expect(lines).toHaveLength(checked.findings.length);
  expect(lines.find(({ check }) => check === "no-owner")).toEqual({
    check: "no-owner",
    ref: "3.2",
    agency: "ICB",
    action: expect.stringMatching(/^Write one referral form/),
    says: "No lead officer is named.",
    asks: "Who leads action 1 of recommendation 3.2, and who answers for it where they are away?",
    weight: "plain",
  });
  expect(lines.find(({ check }) => check === "no-answer")?.action).toBeNull();
});

it("says in words what was found, whom to ask, and what is switched off", () => {
  const text = findingsAsText(checked);
  expect(text).toMatch(/: 17 findings, 8 of them strong\.\n/);
  expect(text).toContain("3.2  No lead officer\n  No lead officer is named.\n  To ICB: Who leads");
  for (const { id, title } of checks)
    expect(text.includes(`  ${title}`)).toBe(checked.findings.some(({ check }) => check === id));
  const settings = { checks: { stale: { off: true } } };
  const tuned = { ...checked, open: { ...checked.open, plan: { ...sample.plan, settings } } };
  expect(findingsAsText(tuned)).toContain("Switched off for this plan: stale.");
});
