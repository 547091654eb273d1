import type { Challenge } from "#plan/record.ts";
import { agencyName } from "#tab/form/agency-name.ts";
import { FormPane } from "#tab/form/FormPane.tsx";
import { wordsProblem } from "#tab/form/identifiers.ts";
import { useForm } from "#tab/form/use-form.ts";
import { WordsField } from "#tab/form/WordsField.tsx";
import { usePorts } from "#tab/ports/ports.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { resolveChallenge } from "#usecases/resolve-challenge.ts";
import * as v from "valibot";
import { AboutQuestion } from "./AboutQuestion.tsx";

const resolution = v.object({ reason: v.string() });

type Resolution = v.InferOutput<typeof resolution>;

interface ResolveChallengeProps {
  readonly open: OpenPlan;
  readonly challenge: Challenge;
  readonly meetingId?: number | undefined;
  readonly onSaved: (decisionId: number) => void;
}

/** The group ends a question, and says why it has nothing more to ask. */
export function ResolveChallenge(props: ResolveChallengeProps) {
  const { open, challenge } = props;
  return (
    <AboutQuestion {...{ open, challenge }}>
      <Resolving {...props} />
    </AboutQuestion>
  );
}

function Resolving({ open, challenge, meetingId, onSaved }: ResolveChallengeProps) {
  const { record } = usePorts();
  const form = useForm<Resolution>(open, {
    name: `resolve challenge/${challenge.id}`,
    schema: resolution,
    empty: { reason: "" },
    problems: ({ reason }) => {
      const wrong = wordsProblem(reason, "the reason", "Say why the question is resolved.");
      return wrong === undefined ? {} : { reason: wrong };
    },
    save: async ({ reason }, key, { sure }) =>
      resolveChallenge({ record }, { open, challenge, reason, meetingId, key, sure }),
  });
  return (
    <FormPane
      form={form}
      title="Resolve the question"
      about={
        <>
          <div className="small muted">To {agencyName(open.agencies, challenge.agency)}</div>
          <blockquote className="pane-quote">{challenge.question}</blockquote>
        </>
      }
      save="Record"
      promise="Added to the record as the group’s decision."
      onSaved={onSaved}
    >
      <WordsField
        required
        label="Reason"
        where="the reason"
        value={form.words.reason}
        onChange={(reason) => form.change({ reason })}
        problem={form.problems.reason}
      />
    </FormPane>
  );
}
