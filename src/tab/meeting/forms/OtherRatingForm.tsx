import { type RatingId, ratingOf } from "#plan/rating-scheme.ts";
import { wordsProblem } from "#tab/form/identifiers.ts";
import { WordsField } from "#tab/form/WordsField.tsx";
import * as v from "valibot";
import type { RecordFormProps } from "../recording.ts";
import { useRoom } from "../room.ts";
import { BarForm } from "./BarForm.tsx";
import { useDecision } from "./use-decision.ts";

const schema = v.object({ reason: v.string() });
const why = "Say why the group agrees another rating than proposed.";

/** Another rating than proposed takes a reason; the press on Save is the third. */
export function OtherRatingForm({
  target,
  rating,
  onSaved,
  onCancel,
}: RecordFormProps & { readonly rating: RatingId }) {
  const { view } = useRoom();
  const { name } = ratingOf(view.scheme, rating);
  const form = useDecision({
    name: `rating ${rating}`,
    target,
    schema,
    empty: { reason: "" },
    problems: ({ reason }) => {
      const problem = wordsProblem(reason, "the reason", why);
      return problem === undefined ? {} : { reason: problem };
    },
    decision: ({ reason }) => ({ kind: "agree-rating", rating, reason }),
  });
  return (
    <BarForm
      form={form}
      title={`Agree ${name}`}
      save={`Agree ${name}`}
      onSaved={onSaved}
      onCancel={onCancel}
    >
      <WordsField
        label="Why"
        where="the reason"
        required
        rows={2}
        value={form.words.reason}
        problem={form.problems.reason}
        onChange={(reason) => form.change({ reason })}
      />
    </BarForm>
  );
}
