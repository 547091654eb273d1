import { challengeStates } from "#plan/challenge-states.ts";
import { checks, type Finding } from "#plan/checks.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import type { Challenge } from "#plan/record.ts";
import { counted } from "#plan/words.ts";
import { AgencyChoice } from "#tab/filter/AgencyChoice.tsx";
import { Notice } from "#tab/notice/Notice.tsx";
import type { ViewProps } from "#tab/live/view-props.ts";
import { ViewSkeleton } from "#tab/layout/ViewSkeleton.tsx";
import { listInWords } from "#tab/words/words.ts";
import { Link } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons";
import { Select } from "@fluentui/react-select";
import { useMemo } from "react";
import { FindingItem } from "./FindingItem.tsx";
import { LongList } from "./LongList.tsx";
import { useCountSaid } from "#tab/notice/use-count-said.ts";
import { usePlanFindings } from "./use-plan-findings.ts";

interface FoundByChecksProps extends ViewProps {
  readonly today: IsoDate;
  /** Writes a word into the view's address; empty takes it out. */
  readonly onSay: (field: string, value: string) => void;
}

/** What the checks would ask, most pressing first; the group and scrutiny put it as a question of their own. */
export function FoundByChecks(props: FoundByChecksProps) {
  const { view, params, today, onSay } = props;
  const findings = usePlanFindings(view, today);
  if (!findings) return <ViewSkeleton name="the checks" />;
  const agency = params.get("agency") ?? "";
  const check = params.get("check") ?? "";
  const ofAgency = findings.filter((each) => agency === "" || each.agency === agency);
  const shown = ofAgency
    .filter((each) => check === "" || each.check === check)
    .toSorted((one, other) => weightOf(other) - weightOf(one));
  return (
    <>
      <div className="changes-tools">
        <CheckChoice findings={ofAgency} value={check} onChoose={(id) => onSay("check", id)} />
        <AgencyChoice
          agencies={view.open.agencies}
          value={agency}
          onChoose={(value) => onSay("agency", value)}
        />
        <span className="grow" />
        <span className="muted">{counted(shown.length, "finding")}</span>
      </div>
      <SwitchedOff {...props} />
      <Shown {...props} shown={shown} />
    </>
  );
}

/** Nobody takes a check that does not run for one that found nothing. */
function SwitchedOff({ view, onSay }: FoundByChecksProps) {
  const set = view.open.plan.settings?.checks ?? {};
  const off = checks.filter(({ id }) => set[id]?.off);
  if (off.length === 0) return null;
  return (
    <p className="small muted challenges-off">
      Switched off for this plan: {listInWords(off.map(({ title }) => title))}.{" "}
      <Link as="button" onClick={() => onSay("show", "settings")}>
        Look at the checks
      </Link>
    </p>
  );
}

function weightOf({ weight }: Finding): number {
  return weight === "strong" ? 1 : 0;
}

interface CheckChoiceProps {
  readonly findings: readonly Finding[];
  readonly value: string;
  readonly onChoose: (check: string) => void;
}

function CheckChoice({ findings, value, onChoose }: CheckChoiceProps) {
  const counts = Map.groupBy(findings, ({ check }) => check);
  return (
    <Select aria-label="Check" value={value} onChange={(_, data) => onChoose(data.value)}>
      <option value="">All checks</option>
      {checks
        .filter(({ id }) => counts.has(id) || id === value)
        .map(({ id, title }) => (
          <option key={id} value={id}>
            {title} ({counts.get(id)?.length ?? 0})
          </option>
        ))}
    </Select>
  );
}

function Shown({ shown, ...props }: FoundByChecksProps & { readonly shown: readonly Finding[] }) {
  const { params, view } = props;
  const asked = useAsked(view.open);
  useCountSaid(
    `${params.get("agency")} ${params.get("check")}`,
    `${counted(shown.length, "finding")} shown.`,
  );
  if (shown.length === 0)
    return (
      <Notice icon={CheckmarkCircleRegular} title="The checks find nothing here">
        {whyNothing(props)}
      </Notice>
    );
  return (
    <LongList of={shown} more="more finding">
      {(finding) => (
        <FindingItem
          key={keyOf(finding)}
          finding={finding}
          asked={asked.get(questionKey(finding))}
          {...props}
        />
      )}
    </LongList>
  );
}

function whyNothing({ view, params }: Pick<FoundByChecksProps, "view" | "params">): string {
  if (view.recommendations.length === 0)
    return "There is nothing in this plan yet that they could look at.";
  return params.has("agency") || params.has("check")
    ? "Choose all checks and agencies to be sure that nothing is left out."
    : "Every action that they look at has what they look for.";
}

/** The questions that a check has led to already and that wait for an answer. */
function useAsked({ agencies, record }: ViewProps["view"]["open"]): ReadonlyMap<string, Challenge> {
  return useMemo(
    () =>
      new Map(
        challengeStates(agencies, record)
          .filter(
            ({ status, challenge }) => status === "open" && challenge.source.startsWith("check:"),
          )
          .map(({ challenge }) => [
            questionKey({ ...challenge, check: challenge.source.slice("check:".length) }),
            challenge,
          ]),
      ),
    [agencies, record],
  );
}

function questionKey(of: {
  readonly check: string;
  readonly agency: string;
  readonly recommendationId: number;
  readonly actionId?: number | undefined;
}): string {
  return [of.check, of.recommendationId, of.actionId ?? "", of.agency].join("\n");
}

function keyOf(finding: Finding): string {
  return `${questionKey(finding)}\n${finding.asks}`;
}
