import { lastToldAfter, lastTuned, type LastTuned } from "#plan/check-settings.ts";
import { checks } from "#plan/checks.ts";
import type { Check } from "#plan/checks/check.ts";
import { dayOf, formatDate } from "#plan/iso-date.ts";
import { mayOwn } from "#plan/permissions.ts";
import type { CheckSetting } from "#plan/plan.ts";
import { usualDaysToEscalation } from "#plan/reminders/due-lines.ts";
import { counted, distanceInWords } from "#plan/words.ts";
import { useAnnounce } from "#tab/notice/Announcer.tsx";
import { messageOf } from "#tab/words/message-of.ts";
import { usePorts } from "#tab/ports/ports.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import type { SettingsStore } from "#usecases/ports/settings.ts";
import { tellOwnersAfter } from "#usecases/tell-owners-after.ts";
import { tuneCheck } from "#usecases/tune-check.ts";
import { Checkbox } from "@fluentui/react-checkbox";
import { MessageBar, MessageBarBody } from "@fluentui/react-message-bar";
import { useState } from "react";
import { CheckDays } from "./CheckDays.tsx";
import { useSettingsHistory } from "./use-settings-history.ts";

/** Every check: what it asks about, whether it is on, and who set it so. Owners switch and tune them for this plan. */
export function CheckSettings(props: ViewProps) {
  const { view } = props;
  const { plan, me } = view.open;
  const { history, failed } = useSettingsHistory(plan);
  const tuned = lastTuned(history ?? []);
  const { tune, tellAfter, busy, problem } = useTuning(props);
  return (
    <section className="challenges-scroll" aria-label="The checks of this plan" ref={reachable}>
      <p className="muted">
        {mayOwn(me)
          ? "What you set here counts for everybody, on every screen, card and report of this plan."
          : "The plan’s owners set which checks are on, and after how many days they ask."}
      </p>
      {problem !== undefined && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>Not saved. {messageOf(problem)}</MessageBarBody>
        </MessageBar>
      )}
      {failed && <p className="muted">Who set them could not be read just now.</p>}
      <ul className="challenges-list" aria-label="Checks">
        {checks.map((check) => (
          <CheckRow
            key={check.id}
            check={check}
            setting={plan.settings?.checks?.[check.id] ?? {}}
            tuned={tuned.get(check.id)}
            mayTune={mayOwn(me)}
            busy={busy}
            onTune={(to) => void tune(check, to)}
          />
        ))}
        <EscalationRow
          days={plan.settings?.escalateAfterDays ?? usualDaysToEscalation}
          tuned={lastToldAfter(history ?? [])}
          mayTune={mayOwn(me)}
          busy={busy}
          onDays={(days) => void tellAfter(days)}
        />
      </ul>
    </section>
  );
}

/** It is scrolled by itself, and so has to be reached by the keyboard where nothing in it can be (WCAG 2.1.1). */
function reachable(section: HTMLElement | null): void {
  if (section) section.tabIndex = 0;
}

function useTuning({ view, onSaved }: ViewProps) {
  const { settings } = usePorts();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  async function save(words: string, work: (store: SettingsStore) => Promise<void>): Promise<void> {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await work(await settings());
      await onSaved();
      announce(`Saved. ${words}`);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }
  const { open } = view;
  return {
    busy,
    problem,
    tune: (check: Check, to: CheckSetting) =>
      save(tunedWords(check, to), (store) =>
        tuneCheck({ settings: store }, { open, check: check.id, to }),
      ),
    tellAfter: (days: number | undefined) =>
      save(`Owners are told after ${counted(days ?? usualDaysToEscalation, "day")}.`, (store) =>
        tellOwnersAfter({ settings: store }, { open, days }),
      ),
  };
}

/** "Not updated: on, after 30 days." */
function tunedWords({ title, usualDays }: Check, { off, days }: CheckSetting): string {
  const asks = days ?? usualDays;
  const after = off || asks === undefined ? "" : `, after ${counted(asks, "day")}`;
  return `${title}: ${off ? "off" : "on"}${after}.`;
}

interface CheckRowProps {
  readonly check: Check;
  readonly setting: CheckSetting;
  readonly tuned: LastTuned | undefined;
  readonly mayTune: boolean;
  readonly busy: boolean;
  readonly onTune: (to: CheckSetting) => void;
}

function CheckRow({ check, setting, tuned, mayTune, busy, onTune }: CheckRowProps) {
  const on = !setting.off;
  const { title, why, usualDays } = check;
  return (
    <li className="challenge check-row">
      <div className="challenge-state">
        {mayTune ? (
          <Checkbox
            label="On"
            aria-label={`${title}: on`}
            checked={on}
            onChange={(_, { checked }) => onTune({ ...setting, off: checked !== true })}
          />
        ) : (
          <span className={on ? undefined : "strong"}>{on ? "On" : "Off"}</span>
        )}
      </div>
      <div className="challenge-words">
        <h2>{title}</h2>
        <p>{why}</p>
        {usualDays !== undefined && on && (
          <CheckDays
            {...{ title, usualDays, mayTune, busy }}
            days={setting.days ?? usualDays}
            onDays={(days) => onTune({ ...setting, days: days === usualDays ? undefined : days })}
          />
        )}
        {tuned && <Tuned {...tuned} />}
      </div>
    </li>
  );
}

interface EscalationRowProps {
  readonly days: number;
  readonly tuned: LastTuned | undefined;
  readonly mayTune: boolean;
  readonly busy: boolean;
  /** Undefined where it is to be as usual. */
  readonly onDays: (days: number | undefined) => void;
}

/** Not a check: when a question that nobody answers is told to the plan's owners. */
function EscalationRow({ days, tuned, mayTune, busy, onDays }: EscalationRowProps) {
  const title = "Unanswered question told to the owners";
  return (
    <li className="challenge check-row">
      <div className="challenge-state" />
      <div className="challenge-words">
        <h2>{title}</h2>
        <p>
          A question has waited that long beyond the day for its answer. It then stands in the
          weekly message of the plan’s owners too.
        </p>
        <CheckDays
          {...{ title, days, mayTune, busy }}
          usualDays={usualDaysToEscalation}
          onDays={(next) => onDays(next === usualDaysToEscalation ? undefined : next)}
        />
        {tuned && <Tuned {...tuned} />}
      </div>
    </li>
  );
}

function Tuned({ at, by }: LastTuned) {
  const { now } = usePorts();
  const day = dayOf(at);
  return (
    <span className="small muted" title={formatDate(day)}>
      Set by {by?.name ?? "somebody"} {distanceInWords(day, dayOf(now()))}, {formatDate(day)}
    </span>
  );
}
