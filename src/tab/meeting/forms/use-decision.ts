import { RefusedError } from "#plan/errors.ts";
import { usePorts } from "#tab/ports/ports.ts";
import { type Form, type Problems, useForm } from "#tab/form/use-form.ts";
import { type Agreed, recordDecision } from "#usecases/record-decision.ts";
import type { GenericSchema } from "valibot";
import { draftName, type Target } from "../recording.ts";
import { useRoom } from "../room.ts";

interface Deciding<W extends object> {
  readonly name: string;
  readonly target: Target;
  readonly schema: GenericSchema<unknown, W>;
  readonly empty: W;
  readonly problems: (words: W) => Problems<W>;
  readonly decision: (words: W) => Agreed;
}

/** A form whose words become a decision of this meeting about an action. */
export function useDecision<W extends object>(of: Deciding<W>): Form<W> {
  const { view, meeting, onSaved } = useRoom();
  const { record } = usePorts();
  return useForm<W>(view.open, {
    name: draftName(of.name, meeting.id, of.target),
    schema: of.schema,
    empty: of.empty,
    problems: of.problems,
    async save(words, key, { sure }) {
      const { action: claim } = of.target;
      if (!claim) throw new RefusedError("Press the claim first whose action it is about.");
      const saved = await recordDecision(
        { record },
        {
          open: view.open,
          action: claim.action,
          state: view.actions.get(claim.action.id)?.state ?? claim.state,
          decision: of.decision(words),
          meetingId: meeting.id,
          key,
          sure,
        },
      );
      await onSaved({ type: "decision", id: saved.id });
      return saved;
    },
  });
}
