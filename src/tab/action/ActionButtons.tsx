import { EditButton } from "#tab/definition/EditButton.tsx";
import { CopyLinkButton } from "#tab/drawer/CopyLinkButton.tsx";
import { StepButton } from "#tab/drawer/StepButton.tsx";
import { actionKey } from "#tab/rows/plan-rows.ts";
import type { ActionView } from "#tab/rows/plan-view.ts";
import { actionLabel } from "#tab/rows/row-words.ts";
import type { Note } from "./ActionNote.tsx";
import { DiscussButton } from "./DiscussButton.tsx";
import { JumpButton } from "./JumpButton.tsx";
import { PostCardButton } from "./PostCardButton.tsx";
import { taskTitles } from "./task-kinds.ts";
import type { UsualTask } from "./tasks.ts";

interface ActionButtonsProps {
  readonly planId: number;
  readonly view: ActionView;
  /** Whether it was taken out of the plan, so that there is no card of it. */
  readonly removed: boolean;
  /** What the form is for that a narrow screen is led to; undefined where there is none. */
  readonly jump: UsualTask | undefined;
  /** Undefined for whoever does not own the plan. */
  readonly edits: (() => void) | undefined;
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly onGo: (key: string) => void;
  readonly onSaid: (note: Note | undefined) => void;
}

export function ActionButtons(props: ActionButtonsProps) {
  const { planId, view, removed, jump, edits, previous, next, onGo, onSaid } = props;
  const { id } = view.action;
  return (
    <>
      {jump !== undefined && <JumpButton label={taskTitles[jump]} />}
      <StepButton to={previous} way="previous" label="Previous action" onGo={onGo} />
      <StepButton to={next} way="next" label="Next action" onGo={onGo} />
      <CopyLinkButton planId={planId} place={actionKey(id)} label={actionLabel(view)} />
      {edits && <EditButton label="Edit the action" onEdit={edits} />}
      <DiscussButton planId={planId} recommendation={view.recommendation} onSaid={onSaid} />
      {!removed && <PostCardButton planId={planId} actionId={id} onSaid={onSaid} />}
    </>
  );
}
