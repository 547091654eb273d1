import { formatDate } from "#plan/iso-date.ts";
import { speaksFor } from "#plan/permissions.ts";
import { evidenceItem } from "#tab/evidence/evidence-items.ts";
import { StatementFields } from "#tab/evidence/StatementFields.tsx";
import { useEvidenceForm } from "#tab/evidence/use-evidence-form.ts";
import { FormPane } from "#tab/form/FormPane.tsx";
import { wordsProblem } from "#tab/form/identifiers.ts";
import type { Problems } from "#tab/form/use-form.ts";
import { chosenSpeaker, SpeakerField } from "#tab/form/SpeakerField.tsx";
import { usePorts } from "#tab/ports/ports.ts";
import type { ActionView } from "#tab/rows/plan-view.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { stateMonitoring } from "#usecases/state-monitoring.ts";
import * as v from "valibot";

const found = v.object({
  agency: v.optional(v.string()),
  note: v.string(),
  evidence: v.array(evidenceItem),
});

type Found = v.InferOutput<typeof found>;

interface CheckAgainProps {
  readonly open: OpenPlan;
  readonly view: ActionView;
  readonly onSaved: (updateId: number) => void;
}

/** What the agency found when it looked again whether the change held. */
export function CheckAgain({ open, view, onSaved }: CheckAgainProps) {
  const speakers = speaksFor(open.me, view.action);
  const { form, uploads } = useFound(open, view, speakers);
  const { words, change } = form;
  const { laterCheck } = view.state;
  return (
    <FormPane
      form={form}
      title="Say what a later check found"
      about={
        <>
          {laterCheck && (
            <div className="small muted">
              {laterCheck.by ?? "Somebody"} was to check again on {formatDate(laterCheck.on)}.
            </div>
          )}
          <SpeakerField {...{ open, speakers, form }} onChange={(agency) => change({ agency })} />
        </>
      }
      save="Save"
      promise="Added to the record; nothing is overwritten."
      doing={uploads.doing}
      speaker={chosenSpeaker(open, speakers, words.agency)}
      onSaved={onSaved}
    >
      <StatementFields
        {...{ form, uploads }}
        label="What was found"
        agencies={open.agencies}
        agency={words.agency}
      />
    </FormPane>
  );
}

function useFound(open: OpenPlan, { action }: ActionView, speakers: readonly string[]) {
  const { record } = usePorts();
  const [first, second] = speakers;
  const about = { ...open, action };
  return useEvidenceForm<Found>(open, action.id, {
    name: `check action/${action.id}`,
    schema: found,
    empty: { agency: second === undefined ? first : undefined, note: "", evidence: [] },
    problems: foundProblems,
    save: async ({ agency, note }, key, said) =>
      stateMonitoring({ record }, { open: about, agency: agency ?? "", note, key, ...said }),
  });
}

function foundProblems({ agency, note }: Found): Problems<Found> {
  const wrong = wordsProblem(note, "what you say", "Say in a sentence what was found.");
  return {
    ...(agency === undefined ? { agency: "Choose which agency you speak for." } : {}),
    ...(wrong === undefined ? {} : { note: wrong }),
  };
}
