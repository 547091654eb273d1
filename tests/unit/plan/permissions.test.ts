import { describe, expect, it } from "vitest";
import { agenciesOf, type Me, speaksFor } from "#plan/permissions.ts";
import { agencies, anAction } from "./plan-data.ts";

const me: Me = {
  id: 1,
  name: "Lead officer A",
  loginName: "i:0#.f|membership|lead-a@marlshire.example",
  agencies: ["Acute", "Council"],
  roles: [],
};

describe("a person", () => {
  it("speaks for those of an action's agencies whose groups they are in", () => {
    expect(speaksFor(me, anAction({ agencies: ["Community", "Acute"] }))).toEqual(["Acute"]);
    expect(speaksFor(me, anAction({ agencies: ["Community"] }))).toEqual([]);
  });

  it("belongs to the agencies that their SharePoint groups are made for", () => {
    expect(agenciesOf(agencies, ["Council group", "Scrutiny", "Acute group"])).toEqual([
      "Acute",
      "Council",
    ]);
    expect(agenciesOf(agencies, ["Scrutiny"])).toEqual([]);
  });
});
