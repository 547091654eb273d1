import { describe, expect, it } from "vitest";
import { exportFileName } from "#documents/write/export-file-name.ts";
import { aPlanToWrite } from "#tests/support/a-plan-to-write.ts";

describe("the name of an exported file", () => {
  it("is the plan's title", () => {
    const plan = aPlanToWrite({ title: "Café’s Plan: Marlshire" });
    expect(exportFileName(plan, plan.day)).toBe("cafe-s-plan-marlshire.docx");
  });

  it("says the day where it is not today, and whose part it is", () => {
    const plan = aPlanToWrite({ title: "Plan" });
    const part = { ...plan, agency: plan.agencies[0] };
    expect(exportFileName(part, "2027-01-01")).toBe("plan-trust-2026-12-31.docx");
  });

  it("leads into no other folder, whatever the title", () => {
    const plan = aPlanToWrite({ title: "../../etc/passwd" });
    expect(exportFileName(plan, plan.day)).toBe("etc-passwd.docx");
  });

  it("falls back on the plan's number where the title has no letter that every system takes", () => {
    const plan = aPlanToWrite({ title: "手帳" });
    expect(exportFileName(plan, plan.day)).toBe("plan-1.docx");
  });
});
