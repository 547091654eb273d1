import { ratingOf } from "#plan/rating-scheme.ts";
import { counted } from "#plan/words.ts";
import { messageOf } from "#tab/words/message-of.ts";
import { useRefusal } from "#tab/form/removed.ts";
import { usePorts } from "#tab/ports/ports.ts";
import type { ActionView } from "#tab/rows/plan-view.ts";
import { agreeProposed, type Proposed } from "#usecases/agree-proposed.ts";
import { Button } from "@fluentui/react-components";
import { Checkbox } from "@fluentui/react-checkbox";
import { useEffect, useId, useRef, useState } from "react";
import { toAgree } from "../recording.ts";
import type { RecordFormProps } from "../recording.ts";
import { useRoom } from "../room.ts";

/** Where what is proposed stands for all of a recommendation's actions: the second press agrees them, one by one. */
export function AgreeAllForm({ target, onSaved, onCancel }: RecordFormProps) {
  const { view } = useRoom();
  const id = useId();
  const element = useRef<HTMLFormElement>(null);
  const open = toAgree(view, target.recommendation);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const chosen = open.filter(({ action }) => !left.has(action.id));
  const { agree, saving, failed } = useAgreeing(onSaved);
  useEffect(() => element.current?.querySelector<HTMLElement>("[type=submit]")?.focus(), []);
  return (
    <form
      ref={element}
      className="meet-form"
      aria-labelledby={id}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void agree(chosen);
      }}
    >
      <h2 id={id}>Agree as proposed</h2>
      <div className="meet-all">
        {open.map(({ action, state }) => (
          <Checkbox
            key={action.id}
            label={`${ratingOf(view.scheme, state.proposed).name}: ${action.agencies.join(", ")}, ${action.text}`}
            checked={!left.has(action.id)}
            disabled={saving}
            onChange={() => setLeft(flipped(left, action.id))}
          />
        ))}
      </div>
      {failed !== undefined && (
        <span role="alert" className="meet-alert">
          Not all of it is saved. {messageOf(failed)} Press again: nothing is recorded twice.
        </span>
      )}
      <div className="meet-buttons">
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={saving || chosen.length === 0}
        >
          {saving ? "Saving…" : `Agree ${counted(chosen.length, "rating")}`}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}

function flipped(all: ReadonlySet<number>, id: number): ReadonlySet<number> {
  return all.has(id) ? new Set([...all].filter((each) => each !== id)) : new Set([...all, id]);
}

function useAgreeing(onSaved: () => void) {
  const { view, meeting, onSaved: told } = useRoom();
  const { record, newKey } = usePorts();
  const refuseIfRemoved = useRefusal();
  const keys = useRef(new Map<number, string>());
  const [saving, setSaving] = useState(false);
  const [failed, setFailed] = useState<unknown>();
  function withKey({ action, state }: ActionView): Proposed {
    const key = keys.current.get(action.id) ?? newKey();
    keys.current.set(action.id, key);
    return { action, state, key };
  }
  async function agree(chosen: readonly ActionView[]): Promise<void> {
    if (saving || chosen.length === 0) return;
    setSaving(true);
    setFailed(undefined);
    try {
      await refuseIfRemoved();
      const { open } = view;
      const proposed = chosen.map(withKey);
      const ids = await agreeProposed({ record }, { open, proposed, meetingId: meeting.id });
      await Promise.all(ids.map((id) => told({ type: "decision", id })));
      onSaved();
    } catch (error) {
      setFailed(error);
      setSaving(false);
    }
  }
  return { agree, saving, failed };
}
