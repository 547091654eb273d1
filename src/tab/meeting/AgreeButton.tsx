import { messageOf } from "#tab/words/message-of.ts";
import { useRefusal } from "#tab/form/removed.ts";
import { usePorts } from "#tab/ports/ports.ts";
import type { ActionView } from "#tab/rows/plan-view.ts";
import { isAgreedAsProposed, proposedRating } from "#usecases/agree-proposed.ts";
import { recordDecision } from "#usecases/record-decision.ts";
import { Button } from "@fluentui/react-components";
import { CheckmarkRegular } from "@fluentui/react-icons";
import { useRef, useState } from "react";
import { useRoom } from "./room.ts";

interface AgreeButtonProps {
  readonly claim: ActionView;
  readonly onSaved: () => void;
}

/** The second press: the claim was the first. Nothing stands here where there is nothing to agree to. */
export function AgreeButton({ claim, onSaved }: AgreeButtonProps) {
  const { view } = useRoom();
  const { agree, saving, failed } = useAgreeing(claim, onSaved);
  const { state } = claim;
  const rating = proposedRating(view.scheme, state);
  if (!rating) return null;
  const stands = isAgreedAsProposed(state);
  return (
    <>
      <Button
        size="large"
        appearance="primary"
        icon={<CheckmarkRegular />}
        disabledFocusable={saving || stands}
        onClick={() => stands || void agree()}
      >
        {stands ? `${rating.name} is agreed` : `Agree ${rating.name}, as proposed`}
      </Button>
      {failed !== undefined && (
        <span role="alert" className="meet-alert">
          Not saved. {messageOf(failed)}
        </span>
      )}
    </>
  );
}

function useAgreeing({ action, state }: ActionView, onSaved: () => void) {
  const room = useRoom();
  const { record, newKey } = usePorts();
  const refuseIfRemoved = useRefusal();
  const [saving, setSaving] = useState(false);
  const [failed, setFailed] = useState<unknown>();
  // One key for one claim: pressed again after a lost answer, it is saved once.
  const key = useRef({ claimed: "", key: "" });

  async function agree(): Promise<void> {
    if (saving) return;
    const claimed = `${action.id} ${state.proposed} ${state.proposedAt}`;
    if (key.current.claimed !== claimed) key.current = { claimed, key: newKey() };
    setSaving(true);
    setFailed(undefined);
    try {
      await refuseIfRemoved();
      const { id } = await recordDecision(
        { record },
        {
          open: room.view.open,
          action,
          state,
          decision: { kind: "agree-rating", rating: state.proposed },
          meetingId: room.meeting.id,
          key: key.current.key,
        },
      );
      key.current = { claimed: "", key: "" };
      await room.onSaved({ type: "decision", id });
      onSaved();
    } catch (error) {
      setFailed(error);
    } finally {
      setSaving(false);
    }
  }
  return { agree, saving, failed };
}
