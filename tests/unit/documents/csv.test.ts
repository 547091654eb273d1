import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { readPlanDocument } from "#documents/read-plan-document.ts";

const read = (text: string) => readPlanDocument(strToU8(text));

const plan = [
  "Marlshire: ACTION PLAN,,,,,",
  "Rec No.,Recommendation,Agency,Action,Lead,Due date",
  "Recommendation 1 - Marl Council (MCC) and Police:,,,,,",
  '1.1,"Know the children, all of them",MVH,"Make a list\nand print it","Clerk\nMatron",Sep-15',
  ",,,Check it,Clerk,30/10/2015",
];

describe("a file of values", () => {
  it("is a plan with front matter, lines across, and cells of several lines", async () => {
    const { plan: front, recommendations, problems } = await read(`\uFEFF${plan.join("\r\n")}`);
    expect(front.title).toBe("Marlshire: ACTION PLAN");
    expect(recommendations).toMatchObject([
      {
        ref: "1.1",
        text: "Know the children, all of them",
        addressees: ["Marl Council (MCC)", "Police"],
        actions: [
          { text: "Make a list\nand print it", leads: ["Clerk", "Matron"], due: ["2015-09"] },
          { agency: "MVH", text: "Check it", due: ["2015-10-30"] },
        ],
      },
    ]);
    expect(problems).toEqual([]);
  });

  it("may be parted by semicolons or tabs, and written in another encoding", async () => {
    for (const delimiter of [";", "\t"]) {
      const rows = [
        ["Agency", "Action", "Lead", "By when"],
        ["MVH", "Make a list", "Clerk", "1 May 2026"],
      ];
      const text = rows.map((row) => row.join(delimiter)).join("\n");
      expect((await read(text)).recommendations[0]?.actions).toMatchObject([{ agency: "MVH" }]);
    }
    const latin = Uint8Array.from(
      "Agency,Action,Lead,By when\nMVH,Caf\xe9 \x96 list,Clerk,1 May 2026",
      (each) => each.charCodeAt(0),
    );
    const { recommendations } = await readPlanDocument(latin);
    expect(recommendations[0]?.actions[0]?.text).toBe("Café – list");
  });

  it("loses nothing that stands beyond its headings", async () => {
    expect(JSON.stringify(await read(`${plan.join("\n")}\n,,,,,,surplus`))).toContain("surplus");
  });

  it("is refused where its quotation marks never close, or where it is no text", async () => {
    const open = `${plan.join("\n")}\n1.2,"never closed,MVH,x,y,z\n${"a,b,c,d,e,f\n".repeat(3_000)}`;
    await expect(read(open)).rejects.toMatchObject({ reason: "corrupt" });
    await expect(readPlanDocument(Uint8Array.of(1, 2, 3, 0, 5))).rejects.toMatchObject({
      reason: "wrong-type",
    });
  });

  it("is refused where it has more cells than a plan could", async () => {
    const text = `${plan.join("\n")}\n${"a,b,c,d,e,f\n".repeat(52_000)}`;
    await expect(read(text)).rejects.toMatchObject({ reason: "too-large" });
    await expect(
      readPlanDocument(strToU8(text), { limits: { expandedBytes: 1_000 } }),
    ).rejects.toMatchObject({
      reason: "too-large",
    });
  });
});
