import { dayOf } from "#plan/iso-date.ts";
import { usePorts } from "#tab/ports/ports.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { withWord } from "#tab/live/with-word.ts";
import { Choice } from "#tab/filter/Choice.tsx";
import { CheckSettings } from "./CheckSettings.tsx";
import { FoundByChecks } from "./FoundByChecks.tsx";
import { PlanQuestions } from "./PlanQuestions.tsx";
import "./challenges.css";

type Shown = (typeof choices)[number][0];

const choices = [
  ["questions", "Questions"],
  ["checks", "What the checks found"],
  ["settings", "The checks"],
] as const;

/** The questions that were put to agencies, those that the checks would put, and the checks themselves. */
export function ChallengesView(props: ViewProps) {
  const { params, onParams } = props;
  const { now } = usePorts();
  const today = dayOf(now());
  const shown: Shown =
    choices.map(([word]) => word).find((word) => word === params.get("show")) ?? "questions";
  const say = (field: string, value: string) => onParams(withWord(params, field, value));
  return (
    <div className="challenges">
      <Choice
        label="What to show"
        choices={choices}
        value={shown}
        onChoose={(next) => say("show", next === "questions" ? "" : next)}
      />
      {shown === "questions" && <PlanQuestions {...props} today={today} onSay={say} />}
      {shown === "checks" && <FoundByChecks {...props} today={today} onSay={say} />}
      {shown === "settings" && <CheckSettings {...props} />}
    </div>
  );
}
