import writeXlsxFile, {
  type CellObject,
  type Sheet,
  type SheetData,
} from "write-excel-file/universal";
import { getCellAddress } from "write-excel-file/utility";
import type { PlanOnDate } from "#plan/plan-on-date.ts";
import { notApplicable, notRated, type Rating, type RatingScheme } from "#plan/rating-scheme.ts";
import { aboutPlan, titleOf, versionHeadings, versionRows } from "./about-plan.ts";
import { cleanText, linesOf } from "./clean-text.ts";
import { findingColumns, findingRows, findingsTitle } from "./findings-table.ts";
import { lookOf } from "./rating-look.ts";
import { type SheetColumn, type SheetValue, sheetColumns, sheetRows } from "./sheets/columns.ts";
import {
  described,
  filtered,
  fittedToWidth,
  named,
  openedAt,
  rowHeights,
} from "./sheets/features.ts";
import { rowHeight } from "./sheets/row-height.ts";

const actionsAt = 1;
const actionsName = "Actions";

/**
 * The plan as a workbook (.xlsx): what it is, its actions one a row, its rating key, its versions. Runs in Node and in
 * the browser. Every text is a text: none becomes a formula.
 */
export async function writeExcelPlan(plan: PlanOnDate): Promise<Uint8Array> {
  const rows = sheetRows(plan);
  const last = Math.max(1, rows.length);
  const range = (from: number, to: number) =>
    `${getCellAddress(from === to ? 1 : 0, from)}:${getCellAddress(last, to)}`;
  const values = [...plan.plan.scheme.ratings, notRated, notApplicable].map(({ name }) =>
    cleanText(name),
  );
  const book = writeXlsxFile(
    [
      aboutSheet(plan),
      actionsSheet(plan.plan.scheme, rows),
      keySheet(plan),
      versionsSheet(plan),
      ...findingsSheet(plan),
    ],
    {
      fontFamily: "Arial",
      fontSize: 10,
      features: [
        filtered(actionsAt, {
          range: range(0, sheetColumns.length - 1),
          choices: ratedColumns.map((at) => ({ range: range(at, at), values })),
        }),
        fittedToWidth(actionsAt),
        described(titleOf(plan)),
        openedAt(actionsAt),
        named(actionsAt, { sheet: actionsName, cells: fixed(range(0, sheetColumns.length - 1)) }),
        rowHeights(actionsAt, heightsOf(rows)),
      ],
    },
  );
  return new Uint8Array(await (await book.toBlob()).arrayBuffer());
}

/** "A1:Y46" as "$A$1:$Y$46". */
function fixed(range: string): string {
  return range.replaceAll(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}

const ratedColumns = sheetColumns.flatMap(({ rated }, index) => (rated ? [index] : []));

function aboutSheet(plan: PlanOnDate): Sheet<Blob> {
  return {
    sheet: "About the plan",
    columns: [{ width: 100 }],
    data: [
      [{ ...text(titleOf(plan)), fontWeight: "bold", fontSize: 16 }],
      ...aboutPlan(plan).map((line) => [text(line)]),
    ],
  };
}

function actionsSheet(scheme: RatingScheme, rows: ReturnType<typeof sheetRows>): Sheet<Blob> {
  return {
    sheet: actionsName,
    orientation: "landscape",
    stickyRowsCount: 1,
    columns: sheetColumns.map(({ width }) => ({ width })),
    data: [
      headings(sheetColumns.map(({ heading }) => heading)),
      ...rows.map((row) => sheetColumns.map(({ value }) => cell(value(row)))),
    ],
    conditionalFormatting: ratedColumns.flatMap((column) =>
      scheme.ratings.flatMap((rating) => shadedWhere(rating, column, rows.length)),
    ),
  };
}

function heightsOf(rows: ReturnType<typeof sheetRows>): readonly number[] {
  const widths = sheetColumns.map(({ width }) => width);
  const texts = rows.map((row) =>
    sheetColumns.map(({ value }) => {
      const each = value(row);
      return typeof each === "string" ? each : each.day;
    }),
  );
  return [sheetColumns.map(({ heading }) => heading), ...texts].map((each) =>
    rowHeight(each, widths),
  );
}

/** By condition and not by cell, so that a rating chosen later is shaded too. The library counts these from 1. */
function shadedWhere({ name, colour }: Rating, column: number, rows: number) {
  const look = lookOf(colour);
  if (!look) return [];
  return [
    {
      cellRange: {
        from: { row: 2, column: column + 1 },
        to: { row: Math.max(1, rows) + 1, column: column + 1 },
      },
      condition: { operator: "=" as const, value: cleanText(name) },
      style: { backgroundColor: `#${look.fill}`, textColor: `#${look.ink}` },
    },
  ];
}

function keySheet({ plan }: PlanOnDate): Sheet<Blob> {
  return {
    sheet: "Rating key",
    columns: [{ width: 20 }, { width: 80 }],
    data: [
      headings(["Rating", "What it means"]),
      ...plan.scheme.ratings.map(({ name, colour, definition }) => {
        const look = lookOf(colour);
        const shade = look && { backgroundColor: `#${look.fill}`, textColor: `#${look.ink}` };
        return [{ ...text(name), ...shade }, text(definition)];
      }),
    ],
  };
}

function versionsSheet({ versions }: PlanOnDate): Sheet<Blob> {
  const widths: SheetColumn["width"][] = [10, 20, 40, 80, 40];
  return {
    sheet: "Version control",
    columns: widths.map((width) => ({ width })),
    data: [
      headings(versionHeadings(versions)),
      ...versionRows(versions).map((cells) => cells.map((lines) => cell(lines.join("\n")))),
    ],
  };
}

function findingsSheet(plan: PlanOnDate): readonly Sheet<Blob>[] {
  const rows = findingRows(plan);
  if (rows.length === 0) return [];
  return [
    {
      sheet: findingsTitle,
      columns: [{ width: 12 }, { width: 110 }, { width: 30 }],
      stickyRowsCount: 1,
      data: [
        headings(findingColumns.map(({ heading }) => heading)),
        ...rows.map((cells) => cells.map((lines) => text(lines.join("\n")))),
      ],
    },
  ];
}

function headings(names: readonly string[]): SheetData[number] {
  return names.map((name) => ({ ...text(name), fontWeight: "bold", backgroundColor: "#D9D9D9" }));
}

function cell(value: SheetValue): CellObject {
  if (typeof value === "string") return text(value);
  return {
    value: new Date(`${value.day}T00:00:00Z`),
    type: Date,
    format: "d mmmm yyyy",
    align: "left",
    alignVertical: "top",
  };
}

/** Excel takes `_x0041_` for a character, unless the underline is written as one. It holds so many characters in a cell, and calls a file with more broken. */
const mostCharacters = 32_767;
const goesOn = " … (goes on in the Word document)";

function text(typed: string): CellObject {
  const clean = linesOf(typed)
    .join("\n")
    .replaceAll(/_x[0-9A-F]{4}_/gi, "_x005F$&");
  const value =
    clean.length > mostCharacters
      ? clean.slice(0, mostCharacters - goesOn.length).toWellFormed() + goesOn
      : clean;
  return { value, type: String, wrap: true, alignVertical: "top" };
}
