import { CopyLinkButton } from "#tab/frame/CopyLinkButton.tsx";
import { StepButton } from "#tab/frame/StepButton.tsx";
import { actionKey } from "#tab/plan/plan-rows.ts";
import type { ActionView } from "#tab/plan/plan-view.ts";
import { actionLabel } from "#tab/plan/row-words.ts";
import { Button } from "@fluentui/react-components";
import type { Note } from "./ActionNote.tsx";
import { PostCardButton } from "./PostCardButton.tsx";

interface ActionButtonsProps {
  readonly planId: number;
  readonly view: ActionView;
  readonly speaks: boolean;
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly onGo: (key: string) => void;
  readonly onSaid: (note: Note) => void;
}

export function ActionButtons(props: ActionButtonsProps) {
  const { planId, view, speaks, previous, next, onGo, onSaid } = props;
  const { id } = view.action;
  return (
    <>
      {speaks && (
        <Button appearance="primary" className="action-jump" onClick={jumpToForm}>
          Propose a rating
        </Button>
      )}
      <StepButton to={previous} way="previous" label="Previous action" onGo={onGo} />
      <StepButton to={next} way="next" label="Next action" onGo={onGo} />
      <CopyLinkButton planId={planId} place={actionKey(id)} label={actionLabel(view)} />
      <PostCardButton planId={planId} actionId={id} onSaid={onSaid} />
    </>
  );
}

function jumpToForm(): void {
  const title = document.querySelector<HTMLElement>("#propose-title");
  title?.scrollIntoView({ block: "start" });
  title?.focus({ preventScroll: true });
}
