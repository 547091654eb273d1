import type { OpenPlan } from "#usecases/ports/plans.ts";
import { AgencyField } from "./AgencyField.tsx";
import type { Form } from "./use-form.ts";

interface SpeakerFieldProps<W extends { readonly agency?: string | undefined }> {
  readonly open: OpenPlan;
  /** Short names of the agencies that this person may speak for here. */
  readonly speakers: readonly string[];
  readonly form: Form<W>;
  readonly onChange: (agency: string) => void;
}

/** As whom somebody speaks: asked of whoever is in several of the action's agencies, said to everybody else. */
export function SpeakerField<W extends { readonly agency?: string | undefined }>(
  props: SpeakerFieldProps<W>,
) {
  const { open, speakers, form, onChange } = props;
  return (
    <AgencyField
      label="As which agency?"
      only="As"
      agencies={open.agencies}
      choices={speakers}
      value={form.words.agency}
      onChange={onChange}
      problem={form.problems.agency}
    />
  );
}
