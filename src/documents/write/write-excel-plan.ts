import writeXlsxFile, {
  type CellObject,
  type Sheet,
  type SheetData,
} from "write-excel-file/universal";
import { getCellAddress } from "write-excel-file/utility";
import type { PlanOnDate } from "#plan/plan-on-date.ts";
import { notApplicable, notRated, type Rating, type RatingScheme } from "#plan/rating-scheme.ts";
import { aboutPlan, titleOf, versionColumns } from "./about-plan.ts";
import { cleanText, linesOf } from "./clean-text.ts";
import { findingColumns, findingRows, findingsTitle } from "./findings-table.ts";
import { lookOf } from "./rating-look.ts";
import {
  type SheetColumn,
  type SheetRow,
  type SheetValue,
  sheetColumns,
  sheetRows,
} from "./sheets/columns.ts";
import {
  described,
  filtered,
  fittedToWidth,
  named,
  openedAt,
  rowHeights,
} from "./sheets/features.ts";
import { mostCharacters, withRoom } from "./sheets/pieces.ts";
import { rowHeight } from "./sheets/row-height.ts";

const aboutAt = 0;
const actionsAt = 1;
const actionsName = "Actions";

/**
 * The plan as a workbook (.xlsx): what it is, its actions one a row, its rating key, its versions. Runs in Node and in
 * the browser. Every text is a text: none becomes a formula.
 */
export async function writeExcelPlan(plan: PlanOnDate): Promise<Uint8Array> {
  const rows = sheetRows(plan);
  const columns = withRoom(sheetColumns, rows);
  const last = Math.max(1, rows.length);
  const range = (from: number, to: number) =>
    `${getCellAddress(from === to ? 1 : 0, from)}:${getCellAddress(last, to)}`;
  const all = range(0, columns.length - 1);
  const ratedColumns = columns.flatMap(({ rated }, index) => (rated ? [index] : []));
  const values = [...plan.plan.scheme.ratings, notRated, notApplicable].map(({ name }) =>
    cleanText(name),
  );
  const book = writeXlsxFile(
    [
      aboutSheet(plan),
      actionsSheet(plan.plan.scheme, columns, rows),
      keySheet(plan),
      versionsSheet(plan),
      ...findingsSheet(plan),
    ],
    {
      fontFamily: "Arial",
      fontSize: 10,
      features: [
        filtered(actionsAt, {
          range: all,
          choices: ratedColumns.map((at) => ({ range: range(at, at), values })),
        }),
        fittedToWidth(actionsAt),
        described(titleOf(plan)),
        openedAt(actionsAt),
        named(actionsAt, { sheet: actionsName, cells: fixed(all) }),
        rowHeights(actionsAt, heightsOf(columns, rows)),
        rowHeights(aboutAt, [titleHeight(plan)]),
      ],
    },
  );
  return new Uint8Array(await (await book.toBlob()).arrayBuffer());
}

/** "A1:Y46" as "$A$1:$Y$46". */
function fixed(range: string): string {
  return range.replaceAll(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}

/** In characters. */
const aboutWidth = 100;

function aboutSheet(plan: PlanOnDate): Sheet<Blob> {
  return {
    sheet: "About the plan",
    columns: [{ width: aboutWidth }],
    data: [
      [{ ...text(titleOf(plan)), fontWeight: "bold", fontSize: 16 }],
      ...aboutPlan(plan).map((line) => [text(line)]),
    ],
  };
}

/** In points: it is larger than other text, and wraps sooner. */
function titleHeight(plan: PlanOnDate): number {
  return Math.ceil(1.7 * rowHeight([titleOf(plan)], [aboutWidth / 1.7]));
}

function actionsSheet(
  scheme: RatingScheme,
  columns: readonly SheetColumn[],
  rows: readonly SheetRow[],
): Sheet<Blob> {
  return {
    sheet: actionsName,
    orientation: "landscape",
    stickyRowsCount: 1,
    columns: columns.map(({ width }) => ({ width })),
    data: [
      headings(columns.map(({ heading }) => heading)),
      ...rows.map((row) => columns.map(({ value }) => cell(value(row)))),
    ],
    conditionalFormatting: columns.flatMap(({ rated }, at) =>
      rated ? scheme.ratings.flatMap((rating) => shadedWhere(rating, at, rows.length)) : [],
    ),
  };
}

function heightsOf(columns: readonly SheetColumn[], rows: readonly SheetRow[]): readonly number[] {
  const widths = columns.map(({ width }) => width);
  const texts = rows.map((row) =>
    columns.map(({ value }) => {
      const each = value(row);
      return typeof each === "string" ? each : each.day;
    }),
  );
  return [columns.map(({ heading }) => heading), ...texts].map((each) => rowHeight(each, widths));
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
  const columns = versionColumns(versions);
  return {
    sheet: "Version control",
    columns: columns.map(({ width }) => ({ width })),
    data: [
      headings(columns.map(({ heading }) => heading)),
      ...versions.map((version) => columns.map(({ lines }) => text(lines(version).join("\n")))),
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

/** Excel takes `_x0041_` for a character, unless the underline is written as one. */
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
