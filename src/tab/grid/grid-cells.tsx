import type { IsoDate } from "#plan/iso-date.ts";
import type { RatingScheme } from "#plan/rating-scheme.ts";
import type { Layout } from "#tab/layout/use-layout.ts";
import { RatingBadge } from "#tab/rating/RatingBadge.tsx";
import { RatingPair } from "#tab/rating/RatingPair.tsx";
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import type { ReactElement, ReactNode } from "react";
import { type Column, isSpanned, spanOfHeading } from "#tab/arrange/columns.ts";
import type { Group } from "#tab/rows/group.ts";
import type { ActionRow, GroupRow } from "#tab/rows/plan-rows.ts";
import type { FoundByChecks } from "#tab/filter/found.ts";
import { FigureOf } from "./FigureOf.tsx";
import { spannedCell } from "./grid-elements.ts";
import { doneWords, withRef } from "#tab/rows/row-words.ts";
import {
  type ActionWords,
  actionWords,
  type GroupWords,
  groupWords,
} from "#tab/rows/shown-words.ts";

export interface CellsOf {
  readonly columns: readonly Column[];
  readonly layout: Layout;
  readonly scheme: RatingScheme;
  readonly today: IsoDate;
  /** What the checks found, by action; undefined until they have been run. */
  readonly found: FoundByChecks | undefined;
  /** The cell, from 0, that the tab key stops at. */
  readonly stop: number | undefined;
}

interface Cell {
  readonly content: ReactNode;
  readonly title?: string | undefined;
  readonly look?: string;
  readonly span?: number;
}

// Elements that stay the same cost nothing to draw again.
const open = <ChevronDownRegular aria-hidden />;
const closed = <ChevronRightRegular aria-hidden />;

/** The cells of an action; functions and no components, of which each row would need a dozen. */
export function actionCells(row: ActionRow, of: CellsOf): ReactElement[] {
  const words = actionWords(row.view, of.scheme, of.today);
  return of.columns.map(({ id }, at) => cell(id, at, of.stop, actionCell[id](words, row, of)));
}

const actionCell: Record<Column["id"], (words: ActionWords, row: ActionRow, of: CellsOf) => Cell> =
  {
    agency: ({ agencies }, row) => ({
      look: "plan-cell-agency small strong",
      content: <span className="clamp">{withRef(agencies, row)}</span>,
    }),
    text: ({ leads }, { view }, { layout }) => ({
      content: (
        <span className="plan-cell-words">
          <span className="clamp">{view.action.text}</span>
          {layout !== "wide" && <span className="small muted clip">{leads}</span>}
        </span>
      ),
    }),
    lead: ({ leads }) => ({
      look: "plan-cell-lead small",
      content: <span className="clamp">{leads}</span>,
    }),
    due: ({ due, dueOnHover }, _row, { layout }) => ({
      title: dueOnHover,
      content: (
        <span className="plan-cell-words">
          <span className="clip">{due.date}</span>
          <span className={due.late ? "small clip late" : "small clip muted"}>
            {due.revised && layout === "wide" ? `${due.words} · revised` : due.words}
          </span>
        </span>
      ),
    }),
    rating: ({ proposed, agreed, rated }) => ({
      content: (
        <span className="plan-cell-rating">
          <RatingPair proposed={proposed} agreed={agreed} />
          <span className="small muted clip">{rated}</span>
        </span>
      ),
    }),
    evidence: (_words, { view }) => figure("evidence", view.state.evidenceCount),
    checks: (_words, { view }, { found }) =>
      figure("to challenge", found?.actions.get(view.action.id)?.size ?? 0),
    updated: ({ updated, updatedOnHover }) => ({
      look: "plan-cell-figure",
      title: updatedOnHover,
      content: <span className="small muted">{updated}</span>,
    }),
  };

/** The cells of a heading: its words go across lead and due. */
export function groupCells(row: GroupRow, of: CellsOf): ReactElement[] {
  const words = groupWords(row.group, of.scheme, of.today);
  const own = of.columns.filter(({ id }) => !isSpanned(id));
  return of.columns.map((column) =>
    cell(column.id, own.indexOf(column), of.stop, groupCell[column.id](words, row, of)),
  );
}

/** A screen reader counts the cells to tell which column one is in, whatever another says that it spans. */
const nothing: Cell = { content: null, look: spannedCell };

const groupCell: Record<Column["id"], (words: GroupWords, row: GroupRow, of: CellsOf) => Cell> = {
  agency: (_words, row, { layout }) => ({
    look: "plan-cell-ref",
    content: (
      <>
        <span className="plan-chevron" data-fold={row.key}>
          {row.open ? open : closed}
        </span>
        <span className="plan-cell-words">
          <span className="strong clip" title={row.group.label}>
            {row.group.label}
          </span>
          {layout === "wide" && addressees(row)}
        </span>
      </>
    ),
  }),
  text: (_words, row, { columns, layout }) => ({
    span: spanOfHeading(columns),
    content: (
      <span className="plan-cell-words">
        <span className="strong clamp">{row.group.title}</span>
        {layout !== "wide" && addressees(row)}
      </span>
    ),
  }),
  lead: () => nothing,
  due: () => nothing,
  rating: ({ lowest, summary }, _row, { layout }) => ({
    content: (
      <span className="plan-cell-rating">
        <RatingBadge rating={lowest} agreed={summary.lowestAgreed} />
        <span className="small muted clip">
          {layout === "wide" && summary.actions > 0 && summary.actions < 10
            ? `Lowest · ${doneWords(summary)}`
            : doneWords(summary)}
        </span>
      </span>
    ),
  }),
  evidence: ({ summary }) => figure("evidence", summary.evidenceCount),
  checks: (_words, { group }, { found }) => figure("to challenge", foundUnder(group, found)),
  updated: ({ updated, updatedOnHover }) => ({
    look: "plan-cell-figure",
    title: updatedOnHover,
    content: <span className="small muted">{updated}</span>,
  }),
};

/** What was found about a recommendation, and about those of its actions that are shown. */
function foundUnder({ view, actions }: Group, found: FoundByChecks | undefined): number {
  const own = view ? (found?.recommendations.get(view.recommendation.id)?.size ?? 0) : 0;
  return actions.reduce((sum, { action }) => sum + (found?.actions.get(action.id)?.size ?? 0), own);
}

function addressees({ group }: GroupRow): ReactNode {
  const words = group.view?.recommendation.addressees.join(", ");
  if (!words) return null;
  return (
    <span className="small muted clip" title={words}>
      {words}
    </span>
  );
}

function figure(what: "evidence" | "to challenge", count: number): Cell {
  return { look: "plan-cell-figure", content: <FigureOf what={what} count={count} /> };
}

function cell(
  id: string,
  at: number,
  stop: number | undefined,
  { content, title, look, span }: Cell,
): ReactElement {
  return (
    <td
      key={id}
      className={look === undefined ? "plan-cell" : `plan-cell ${look}`}
      title={title}
      style={span === undefined ? undefined : { gridColumn: `span ${span}` }}
      tabIndex={stop === at ? 0 : undefined}
    >
      {content}
    </td>
  );
}
