import type { Recommendation } from "#plan/plan.ts";
import { usePorts } from "#tab/ports/ports.ts";
import { editRecommendation } from "#usecases/edit-definition.ts";
import type { Versioned } from "#usecases/ports/definitions.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import type { Asked } from "#usecases/words-to-save.ts";
import { EditDefinition, type Standing } from "./EditDefinition.tsx";
import { recommendationFields, recommendationFrom, recommendationTexts } from "./fields.ts";
import { Standings } from "./Standings.tsx";

interface EditRecommendationProps {
  readonly open: OpenPlan;
  readonly recommendation: Recommendation;
  readonly onSaved: () => void;
}

/** What a recommendation is, for the plan's owners to change. */
export function EditRecommendation({ open, recommendation, onSaved }: EditRecommendationProps) {
  const { definitions } = usePorts();
  const { id } = recommendation;
  const read = async () => standing(await (await definitions()).recommendation(id));
  async function save(
    { version, texts }: Standing,
    to: Standing["texts"],
    asked: Asked,
  ): Promise<void> {
    const was = { is: { ...recommendation, ...recommendationFrom(texts) }, version };
    await editRecommendation(
      { definitions: await definitions() },
      { open, was, to: recommendationFrom(to), ...asked },
    );
  }
  return (
    <Standings key={id} read={read}>
      {(now) => (
        <EditDefinition
          {...{ open, id, read, save, onSaved }}
          place={`recommendation/${id}`}
          title="Edit the recommendation"
          fields={recommendationFields}
          standing={now}
        />
      )}
    </Standings>
  );
}

function standing({ is, version }: Versioned<Recommendation>): Standing {
  return { texts: recommendationTexts(is), version };
}
