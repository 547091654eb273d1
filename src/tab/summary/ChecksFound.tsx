import { checks, type Finding } from "#plan/checks.ts";
import { counted, inFigures } from "#plan/words.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { Link } from "@fluentui/react-components";
import { useMemo } from "react";
import { ChartCard } from "./ChartCard.tsx";

/** So many checks stand here; the rest is with the questions that they ask. */
const most = 7;

/** What the checks found, most pressing first; each leads to the questions that it asks. */
export function ChecksFound({
  findings,
  onView,
}: Pick<ViewProps, "onView"> & { findings: readonly Finding[] | undefined }) {
  const { rows, actions } = useMemo(() => countsOf(findings ?? []), [findings]);
  return (
    <ChartCard title="What the checks found" about={aboutFindings(findings, actions)} wide="five">
      <ul className="found">
        {rows.slice(0, most).map(({ id, title, count, strong, asked }) => (
          <li key={id}>
            <span className="found-count">{inFigures(count)}</span>
            <div>
              <Link as="button" onClick={() => onView("challenges", `show=checks&check=${id}`)}>
                {title}
              </Link>
              <div className="small muted">
                {strong > 0 ? `${inFigures(strong)} pressing; ` : ""}
                {asked}
              </div>
            </div>
          </li>
        ))}
      </ul>
      {rows.length > 0 && (
        <Link as="button" className="found-all" onClick={() => onView("challenges", "show=checks")}>
          {rows.length > most
            ? `All ${counted(findings?.length ?? 0, "finding")} of ${rows.length} checks`
            : "All findings"}
        </Link>
      )}
    </ChartCard>
  );
}

function countsOf(findings: readonly Finding[]) {
  const byCheck = Map.groupBy(findings, ({ check }) => check);
  const rows = checks.flatMap(({ id, title }) => {
    const found = byCheck.get(id);
    if (!found) return [];
    return { id, title, count: found.length, strong: strongOf(found), asked: agenciesIn(found) };
  });
  return {
    rows: rows.toSorted((one, other) => other.strong - one.strong || other.count - one.count),
    actions: new Set(findings.map(({ actionId, ref }) => actionId ?? ref)).size,
  };
}

function aboutFindings(findings: readonly Finding[] | undefined, actions: number): string {
  if (!findings) return "The checks are running.";
  if (findings.length === 0)
    return "Nothing: every action has an owner, a date and evidence to show.";
  return `${counted(findings.length, "finding")} on ${counted(actions, "action or recommendation", "actions and recommendations")}, most pressing first.`;
}

function strongOf(found: readonly Finding[]): number {
  return found.filter(({ weight }) => weight === "strong").length;
}

/** "WCH 3 · FHT 2" */
function agenciesIn(found: readonly Finding[]): string {
  return [...Map.groupBy(found, ({ agency }) => agency)]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(([agency, its]) => `${agency || "No agency"} ${inFigures(its.length)}`)
    .join(" · ");
}
