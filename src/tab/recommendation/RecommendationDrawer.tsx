import { focusIfLost } from "#tab/layout/focus-if-lost.ts";
import { foldRecommendation, type RecommendationState } from "#plan/fold-recommendation.ts";
import { dayOf } from "#plan/iso-date.ts";
import { mayOwn } from "#plan/permissions.ts";
import type { Entry } from "#plan/record.ts";
import { inFigures } from "#plan/words.ts";
import { ActionNote, type Note } from "#tab/action/ActionNote.tsx";
import { DiscussButton } from "#tab/action/DiscussButton.tsx";
import { JumpButton } from "#tab/action/JumpButton.tsx";
import { useAsked } from "#tab/action/use-asked.ts";
import { EditButton } from "#tab/definition/EditButton.tsx";
import { useAnnounce } from "#tab/notice/Announcer.tsx";
import { CopyLinkButton } from "#tab/drawer/CopyLinkButton.tsx";
import { PlanDrawer } from "#tab/drawer/PlanDrawer.tsx";
import { usePorts } from "#tab/ports/ports.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { recommendationKey } from "#tab/rows/plan-rows.ts";
import type { PlanView, RecommendationView } from "#tab/rows/plan-view.ts";
import { type ReactElement, useMemo, useState } from "react";
import { RecommendationBody } from "./RecommendationBody.tsx";
import { RecommendationRating } from "./RecommendationRating.tsx";
import { RecommendationTasks } from "./RecommendationTasks.tsx";
import { taskTitles } from "#tab/action/task-kinds.ts";
import { type RecommendationTask, type UsualTask, usualTasks } from "./tasks.ts";
import { useRecommendationRecord } from "./use-recommendation-record.ts";
import "#tab/action/action.css";
import "./recommendation.css";

interface RecommendationDrawerProps {
  readonly plan: PlanView;
  readonly view: RecommendationView;
  /** What to say of it where it was taken out of the plan while it was open: it is shown as it was last seen. */
  readonly removed: ReactElement | false;
  readonly onGo: (key: string) => void;
  readonly onClose: () => void;
  readonly onSaved: ViewProps["onSaved"];
}

/** A recommendation in full: what each agency does about it, what is asked of it, and what proves it. */
export function RecommendationDrawer(props: RecommendationDrawerProps) {
  const { plan, view, removed, onGo, onClose } = props;
  const today = dayOf(usePorts().now());
  const { id, ref } = view.recommendation;
  const place = recommendationKey(id);
  const state = useStanding(plan, view);
  const [record, readAgain] = useRecommendationRecord(plan, view);
  const usual = usualTasks(plan.open.me, view);
  const [asked, setTask] = useAsked<RecommendationTask>(place, isAmong(usual));
  // What was chosen among tabs stays, and with it the keyboard.
  const done = () => asked && !isAmong(usual)(asked) && setTask(undefined);
  const { note, say, onEach, onSaved } = useSavedOf(props, { readAgain, done });
  const task = asked ?? (usual[0] && { kind: usual[0] });
  return (
    <PlanDrawer
      place={place}
      where={placeOf(plan, id)}
      title={`Recommendation ${ref}`}
      state={<RecommendationRating {...{ plan, view, state, today }} />}
      buttons={
        <Buttons
          {...{ plan, view, place }}
          jump={removed ? undefined : usual[0]}
          edits={mayOwn(plan.open.me) && !removed ? () => setTask({ kind: "edit" }) : undefined}
          onSaid={say}
        />
      }
      onClose={onClose}
    >
      {removed}
      {note !== undefined && <ActionNote note={note} />}
      <div className={task ? "action-panes" : "action-panes action-panes-one"}>
        <RecommendationBody {...{ plan, view, state, record, today, onGo }} onTask={setTask} />
        <RecommendationTasks
          {...{ plan, view, state, usual, task, onEach, onSaved }}
          onTask={setTask}
        />
      </div>
    </PlanDrawer>
  );
}

function isAmong(usual: readonly UsualTask[]): (task: RecommendationTask) => boolean {
  return ({ kind }) => usual.some((each) => each === kind);
}

/** Where the recommendation stands as a whole. */
function useStanding(plan: PlanView, { recommendation }: RecommendationView): RecommendationState {
  return useMemo(() => {
    const { open, scheme, actions } = plan;
    return foldRecommendation(scheme, open.agencies, recommendation, {
      actions: open.actions,
      states: new Map([...actions].map(([id, { state }]) => [id, state])),
      record: open.record,
    });
  }, [plan, recommendation]);
}

/** After a save: the drawer says so, and the plan and the record catch up. */
function useSavedOf(
  { onSaved }: Pick<RecommendationDrawerProps, "onSaved">,
  { readAgain, done }: { readonly readAgain: () => void; readonly done: () => void },
) {
  const announce = useAnnounce();
  const [note, setNote] = useState<Note>();
  return {
    note,
    say: setNote,
    onEach: (saved: SavedEntry) => void onSaved(saved),
    onSaved: (saved: SavedEntry | undefined) => {
      done();
      setNote({ words: "Saved." });
      announce("Saved.");
      readAgain();
      // Where nothing is left to do, the form is gone with what had the keyboard.
      void onSaved(saved).then(() => focusIfLost(".drawer-title h2"));
    },
  };
}

type SavedEntry = Pick<Entry, "type" | "id">;

function Buttons(props: {
  readonly plan: PlanView;
  readonly view: RecommendationView;
  readonly place: string;
  /** What the form is for that a narrow screen is led to; undefined where there is none. */
  readonly jump: UsualTask | undefined;
  /** Undefined for whoever does not own the plan. */
  readonly edits: (() => void) | undefined;
  readonly onSaid: (note: Note | undefined) => void;
}) {
  const { plan, view, place, jump, edits, onSaid } = props;
  const { recommendation } = view;
  const { plan: of } = plan.open;
  return (
    <>
      {jump !== undefined && <JumpButton label={taskTitles[jump]} />}
      <CopyLinkButton planId={of.id} place={place} label={`Recommendation ${recommendation.ref}`} />
      {edits && <EditButton label="Edit the recommendation" onEdit={edits} />}
      <DiscussButton planId={of.id} {...{ recommendation, onSaid }} />
    </>
  );
}

/** "Recommendation 2 of 24", as they are counted on the screen: the list's own order may have gaps. */
function placeOf({ recommendations }: PlanView, id: number): string {
  const place = recommendations.findIndex(({ recommendation }) => recommendation.id === id) + 1;
  if (place === 0) return "Recommendation";
  return `Recommendation ${inFigures(place)} of ${inFigures(recommendations.length)}`;
}
