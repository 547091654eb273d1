import { describe, expect, it } from "vitest";
import { agenciesOf, ledBy, mayClose, type Me, speaksFor } from "#plan/permissions.ts";
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

describe("closing an action", () => {
  const member: Me = { ...me, roles: ["challenge"] };

  it("takes somebody of the group who speaks for none of its agencies", () => {
    expect(mayClose(member, anAction({ agencies: ["Community"] }))).toBe(true);
    expect(mayClose(member, anAction({ agencies: ["Community", "Acute"] }))).toBe(false);
    expect(mayClose({ ...me, agencies: [] }, anAction())).toBe(false);
  });
});

describe("who leads an action", () => {
  const nurse: Me = {
    ...me,
    id: 9,
    name: "HILL, Ann (FENBROOK TRUST)",
    loginName: "i:0#.f|membership|ann.hill@marlshire.example",
  };
  const led = (own: Parameters<typeof anAction>[0]) => ledBy(nurse)(anAction(own));

  it("is among its lead officers, or printed: as the directory has the name, the other way round, or by address", () => {
    expect(led({ leadOfficers: [4, 9] })).toBe(true);
    expect(led({ leads: ["Matron; Ann  Hill"] })).toBe(true);
    expect(led({ leads: ["Hill, Ann"] })).toBe(true);
    expect(led({ leads: ["Matron <Ann.Hill@marlshire.example>"] })).toBe(true);
  });

  it("is nobody whose name only begins or ends like theirs, or who shares one of its words", () => {
    expect(led({ leads: ["Joann Hill", "Ann Hillier", "Ann Other", "Hill Ward manager"] })).toBe(
      false,
    );
    expect(led({ leadOfficers: [4], leads: [] })).toBe(false);
    expect(ledBy({ ...nurse, name: "" })(anAction({ leads: ["Somebody"] }))).toBe(false);
  });
});
