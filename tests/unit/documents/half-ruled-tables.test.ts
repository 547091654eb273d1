import { describe, expect, it } from "vitest";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { area, type Drawing, line, pdf, words } from "#tests/support/pdf-builder.ts";

const lefts = [40, 80, 220, 390, 470, 590, 680, 730];
const headings = [
  "Ref",
  "Recommendation",
  "Action",
  "Agency",
  "Lead",
  "By when",
  "RAG",
  "Progress",
];

const first = ["1", "Know every child", "Put an alert on each", "MVH", "Matron", "31/03/2027", ""];
const second = ["2", "Share the list", "Send it each week.", "MCC", "Clerk", "30/04/2027", ""];

/** A line of cells, each where its column begins. */
const printed = (y: number, cells: readonly string[], bold = false) =>
  cells.flatMap((text, at) => (text ? [words(lefts[at] ?? 0, y, text, { bold })] : []));

const read = async (pages: readonly (readonly Drawing[])[]) =>
  (await readPlanDocument(pdf(pages))).recommendations;

const title = words(40, 560, "Marl action plan", { size: 14, bold: true });
const rating = (y: number, colour: string) => area(676, y, 50, 24, colour);

describe("a table of a PDF", () => {
  it("may be ruled only between its rows, and shaded where it is rated", async () => {
    const across = [530, 500, 470, 440].map((y) => line(38, y, 800, y));
    const recommendations = await read([
      [
        rating(473, "0 0.69 0.31"),
        rating(443, "1 0 0"),
        ...across,
        title,
        ...printed(517, headings, true),
        ...printed(488, [...first, "Begun"]),
        ...printed(477, ["", "on a plan.", "record."]),
        ...printed(458, [...second, "Not yet"]),
      ],
    ]);
    expect(recommendations).toMatchObject([
      {
        ref: "1",
        text: "Know every child on a plan.",
        actions: [{ text: "Put an alert on each record.", rating: "Green", progress: "Begun" }],
      },
      { ref: "2", actions: [{ due: ["2027-04-30"], rating: "Red" }] },
    ]);
  });

  it("may have headings in two levels and no lines at all", async () => {
    const recommendations = await read([
      [
        title,
        ...printed(530, ["Ref", "Recommendation", "What we will do", "", "", "Dates"], true),
        ...printed(508, ["", "", "Action", "Agency", "Lead", "Complete by", "", "Update"], true),
        ...printed(480, [...first, "Begun"]),
        ...printed(469, ["", "on a plan.", "record."]),
        ...printed(446, [...second, "Not yet"]),
      ],
    ]);
    expect(recommendations).toMatchObject([
      {
        text: "Know every child on a plan.",
        actions: [{ text: "Put an alert on each record.", agency: "MVH", leads: ["Matron"] }],
      },
      { ref: "2", actions: [{ agency: "MCC", due: ["2027-04-30"], progress: "Not yet" }] },
    ]);
  });

  it("goes on with a broken row under its headings on the next page", async () => {
    const top = printed(560, headings, true);
    const recommendations = await read([
      [title, ...printed(520, headings, true), ...printed(490, [...first, "Begun"])],
      [
        ...top,
        ...printed(530, ["", "on a plan.", "record."]),
        ...printed(500, [...second, "Not yet"]),
      ],
    ]);
    expect(recommendations).toMatchObject([
      {
        text: "Know every child on a plan.",
        actions: [{ text: "Put an alert on each record." }],
      },
      { ref: "2", text: "Share the list" },
    ]);
  });
});
