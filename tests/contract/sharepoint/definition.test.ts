import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectDefinitions } from "#sharepoint/definition-store.ts";
import { editAction, editRecommendation } from "#usecases/edit-definition.ts";
import { aSiteWithAPlan, type TestPerson } from "#tests/support/a-site.ts";

type Site = Awaited<ReturnType<typeof aSiteWithAPlan>>;

let site: Site;
beforeAll(async () => {
  site = await aSiteWithAPlan();
});
afterAll(() => site.close());

const definitionsOf = (person: TestPerson) =>
  connectDefinitions({ siteUrl: site.siteUrl, token: async () => person });

async function opened(person: TestPerson) {
  const open = await site.as(person).plans.open(site.planId);
  const definitions = definitionsOf(person);
  const [action] = open.actions;
  const [recommendation] = open.recommendations;
  if (!action || !recommendation) throw new Error("The plan is empty.");
  return { open, definitions, action, recommendation };
}

describe("changing what a plan says", () => {
  it("changes those fields and no others, and takes away what was emptied", async () => {
    const { open, definitions, action } = await opened("owner");
    const was = await definitions.action(action.id);
    expect(was.is).toEqual(action);
    const to = { text: "Train every nurse.", agencies: ["Trust", "Council/PH"], due: undefined };
    await editAction({ definitions }, { open, was, to });
    const { is, version } = await definitions.action(action.id);
    expect(is).toEqual({ ...action, ...to });
    expect(version).not.toBe(was.version);
  });

  it("is refused where somebody else was first, and loses nothing of theirs", async () => {
    const { open, definitions, recommendation } = await opened("owner");
    const was = await definitions.recommendation(recommendation.id);
    const change = (outcome: string) =>
      editRecommendation({ definitions }, { open, was, to: { outcome } });
    await change("Every child is seen.");
    await expect(change("Every child is heard.")).rejects.toMatchObject({ code: "conflict" });
    const { is } = await definitions.recommendation(recommendation.id);
    expect(is.outcome).toBe("Every child is seen.");
  });

  it("is the owners' alone: SharePoint refuses everybody else, too", async () => {
    const { open, definitions, action } = await opened("nurse");
    const was = await definitions.action(action.id);
    const to = { text: "Mine." };
    await expect(editAction({ definitions }, { open, was, to })).rejects.toThrow(/owners/);
    await expect(definitions.changeAction(was, to)).rejects.toMatchObject({ code: "not-allowed" });
  });

  it("refuses an NHS number, an empty text, and an agency that the plan does not have", async () => {
    const { open, definitions, action } = await opened("owner");
    const was = await definitions.action(action.id);
    for (const to of [{ leads: ["943 476 5919"] }, { text: " " }, { agencies: ["Nobody"] }])
      await expect(editAction({ definitions }, { open, was, to })).rejects.toMatchObject({
        code: "refused",
      });
  });
});
