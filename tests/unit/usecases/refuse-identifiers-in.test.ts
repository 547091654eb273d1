import { describe, expect, it } from "vitest";
import type { NewPlan } from "#plan/new-plan.ts";
import { brag } from "#plan/rating-scheme.ts";
import { identifierWarningsIn, refuseIdentifiersIn } from "#usecases/refuse-identifiers-in.ts";
import { anAction } from "../plan/plan-data.ts";

function aDocument(progressAsPrinted: string, of: Partial<NewPlan> = {}): NewPlan {
  const actions = [anAction({ order: 2, progressAsPrinted })];
  return {
    plan: { title: "Marlshire", regulator: "CQC", scheme: brag },
    agencies: [],
    versions: [],
    recommendations: [
      { ref: "3.1", order: 1, text: "Train.", addressees: [], paragraphs: [], actions },
    ],
    ...of,
  };
}

const refused = () => refuseIdentifiersIn(aDocument("Seen: 943 476 5919."), {});

describe("a document", () => {
  it("with an NHS number is refused, saying where it stands and not what it is", async () => {
    await expect(refused()).rejects.toThrow(
      /NHS number in action 2 of recommendation 3\.1, at word 2/,
    );
    await expect(refused()).rejects.not.toThrow(/943/);
    await refuseIdentifiersIn(aDocument("Ring 01632 960000."), {});
  });

  it("is refused for its title, an agency's name and a version too", async () => {
    const number = "943 476 5919";
    const version = { number: "1", dateAsPrinted: "", author: "", comment: `About ${number}` };
    const agency = { shortName: "Trust", name: number, otherNames: [] };
    const plan = { title: `Baby ${number}`, regulator: "CQC", scheme: brag };
    for (const [of, where] of [
      [{ plan }, "the title"],
      [{ agencies: [agency] }, "the name of an agency"],
      [{ versions: [version] }, "the table of versions"],
    ] as const)
      await expect(refuseIdentifiersIn(aDocument("", of), { sure: true })).rejects.toThrow(
        `NHS number in ${where}`,
      );
  });

  it("is refused for any text that stands anywhere in it", async () => {
    const number = "943 476 5919";
    const action = { ...anAction({ order: 1 }), agencies: [number] };
    const [recommendation] = aDocument("").recommendations;
    if (!recommendation) throw new Error("The document is empty.");
    const link = { words: "Record", url: "https://trust.example/9434765919" };
    const key = { ...brag, ratings: brag.ratings.map((each) => ({ ...each, name: number })) };
    for (const [of, where] of [
      [{ recommendations: [{ ...recommendation, timescale: number }] }, "recommendation 3.1"],
      [{ recommendations: [{ ...recommendation, addressees: [number] }] }, "recommendation 3.1"],
      [{ recommendations: [{ ...recommendation, ref: number }] }, "recommendation [NHS number"],
      [{ recommendations: [{ ...recommendation, actions: [action] }] }, "action 1 of"],
      [
        { recommendations: [{ ...recommendation, actions: [anAction({ dueAsPrinted: number })] }] },
        "action 1 of",
      ],
      [
        {
          recommendations: [
            { ...recommendation, actions: [{ ...anAction(), linksAsPrinted: [link] }] },
          ],
        },
        "action 1 of",
      ],
      [{ plan: { title: "Plan", regulator: "CQC", scheme: key } }, "the rating key"],
    ] as const)
      await expect(refuseIdentifiersIn(aDocument("", of), { sure: true })).rejects.toThrow(
        `NHS number in ${where}`,
      );
  });

  it("with what may be a date of birth is asked about, and taken over where that can stand", async () => {
    const doubtful = aDocument("The boy, born 3/4/2009, was seen.");
    const words = "in action 2 of recommendation 3.1, at word 3";
    expect(identifierWarningsIn(doubtful)).toEqual([expect.stringContaining(words)]);
    await expect(refuseIdentifiersIn(doubtful, {})).rejects.toThrow(words);
    await refuseIdentifiersIn(doubtful, { sure: true });
    await refuseIdentifiersIn(aDocument("Done on 3/4/2016."), {});
  });
});

describe("a document of 24,900 rows", () => {
  const actions = Array.from({ length: 24_900 }, (_, order) =>
    anAction({ order, progressAsPrinted: order === 24_899 ? "Born on 3 April 2009." : "Begun." }),
  );
  const [recommendation] = aDocument("").recommendations;
  const long = aDocument("", {
    recommendations: recommendation ? [{ ...recommendation, actions }] : [],
  });

  it("is read to its last word, with pauses between", async () => {
    let pauses = 0;
    const read = refuseIdentifiersIn(long, {}, async () => {
      pauses += 1;
    });
    await expect(read).rejects.toThrow("in action 24899 of recommendation 3.1");
    expect(pauses).toBeGreaterThan(10_000);
  });
});
