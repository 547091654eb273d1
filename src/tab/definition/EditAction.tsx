import type { Action } from "#plan/plan.ts";
import { usePorts } from "#tab/ports/ports.ts";
import { editAction } from "#usecases/edit-definition.ts";
import type { Versioned } from "#usecases/ports/definitions.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import type { Asked } from "#usecases/words-to-save.ts";
import { EditDefinition, type Standing } from "./EditDefinition.tsx";
import { actionFields, actionFrom, actionTexts } from "./fields.ts";
import { Standings } from "./Standings.tsx";

interface EditActionProps {
  readonly open: OpenPlan;
  readonly action: Action;
  readonly onSaved: () => void;
}

/** What an action is, for the plan's owners to change. */
export function EditAction({ open, action, onSaved }: EditActionProps) {
  const { definitions } = usePorts();
  const { id } = action;
  const read = async () => standing(await (await definitions()).action(id));
  async function save(
    { version, texts }: Standing,
    to: Standing["texts"],
    asked: Asked,
  ): Promise<void> {
    const was = { is: { ...action, ...actionFrom(texts) }, version };
    await editAction(
      { definitions: await definitions() },
      { open, was, to: actionFrom(to), ...asked },
    );
  }
  return (
    <Standings key={id} read={read}>
      {(now) => (
        <EditDefinition
          {...{ open, id, read, save, onSaved }}
          place={`action/${id}`}
          title="Edit the action"
          fields={actionFields}
          standing={now}
        />
      )}
    </Standings>
  );
}

function standing({ is, version }: Versioned<Action>): Standing {
  return { texts: actionTexts(is), version };
}
