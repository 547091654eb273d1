import { dayOf } from "#plan/iso-date.ts";
import { speaksFor } from "#plan/permissions.ts";
import { useAnnounce } from "#tab/frame/Announcer.tsx";
import { PlanDrawer } from "#tab/frame/PlanDrawer.tsx";
import { usePorts } from "#tab/frame/ports.ts";
import type { ActionView, PlanView } from "#tab/plan/plan-view.ts";
import { actionKey } from "#tab/plan/plan-rows.ts";
import { listInWords } from "#tab/words/words.ts";
import { useState } from "react";
import { ActionButtons } from "./ActionButtons.tsx";
import { ActionDetails } from "./ActionDetails.tsx";
import { ActionNote, type Note } from "./ActionNote.tsx";
import { ActionRating } from "./ActionRating.tsx";
import { ProposeRating } from "./ProposeRating.tsx";
import { RecordSection } from "./RecordSection.tsx";
import { useRecord } from "./use-record.ts";
import "./action.css";

export interface ActionDrawerProps {
  readonly plan: PlanView;
  readonly view: ActionView;
  /** Keys of the actions before and after it, as the plan is shown. */
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly onGo: (key: string) => void;
  readonly onClose: () => void;
  /** Brings the plan up to date, after something was saved. */
  readonly onSaved: (updateId: number) => Promise<void>;
}

/** Everything about one action, and the form for those who speak for it. */
export function ActionDrawer({ plan, view, ...way }: ActionDrawerProps) {
  const { now } = usePorts();
  const { open, scheme } = plan;
  const { action, recommendation } = view;
  const today = dayOf(now());
  const said = open.record.filter(({ actionId }) => actionId === action.id).length;
  const [record, readAgain] = useRecord(action.id, said);
  const saved = useSaved(plan, view, { onSaved: way.onSaved, readAgain });
  const speaks = speaksFor(open.me, action).length > 0;
  return (
    <PlanDrawer
      place={actionKey(action.id)}
      where={`Recommendation ${recommendation.ref} · action ${view.place} of ${view.of}`}
      title={agencyNames(plan, action.agencies)}
      state={<ActionRating view={view} scheme={scheme} today={today} />}
      buttons={
        <ActionButtons planId={open.plan.id} {...{ view, speaks }} {...way} onSaid={saved.say} />
      }
      onClose={way.onClose}
    >
      {saved.note !== undefined && <ActionNote note={saved.note} />}
      <div className={speaks ? "action-panes" : "action-panes action-panes-one"}>
        <div className="action-record">
          <ActionDetails view={view} scheme={scheme} agencies={open.agencies} today={today} />
          <RecordSection
            {...{ record, plan, view, today }}
            onAgain={readAgain}
            focus={saved.line}
          />
        </div>
        {speaks && (
          <ProposeRating key={action.id} open={open} action={action} onSaved={saved.onSaved} />
        )}
      </div>
    </PlanDrawer>
  );
}

/** "Marlshire ICB and Fenbrook Hospitals" */
function agencyNames({ open }: PlanView, shortNames: readonly string[]): string {
  const names = shortNames.map(
    (shortName) =>
      open.agencies.find((agency) => agency.shortName === shortName)?.name ?? shortName,
  );
  return names.length > 0 ? listInWords(names) : "No agency is named";
}

/** After a save: the plan and the record catch up, the focus goes to the new line, posted cards follow. */
function useSaved(
  { open }: PlanView,
  { action }: ActionView,
  { onSaved, readAgain }: { onSaved: (updateId: number) => Promise<void>; readAgain: () => void },
) {
  const { cards } = usePorts();
  const announce = useAnnounce();
  const [line, setLine] = useState<string>();
  const [note, setNote] = useState<Note>();

  async function follow(updateId: number): Promise<void> {
    announce("Saved. It stands first in the record.");
    setNote(undefined);
    setLine(`update ${updateId}`);
    readAgain();
    await onSaved(updateId);
    try {
      await cards.refresh(open.plan.id, action.id);
    } catch {
      setNote({
        words:
          "Saved. The card in the channel could not be brought up to date; the next change to the action will.",
      });
    }
  }
  return { line, note, say: setNote, onSaved: (updateId: number) => void follow(updateId) };
}
