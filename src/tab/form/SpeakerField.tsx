import type { OpenPlan } from "#usecases/ports/plans.ts";
import { AgencyField } from "./AgencyField.tsx";
import type { Form } from "./use-form.ts";
import { agencyName } from "./agency-name.ts";
import { useAgencyOf } from "./use-agency-of.ts";

interface SpeakerFieldProps<W extends { readonly agency?: string | undefined }> {
  readonly open: OpenPlan;
  /** Short names of the agencies that this person may speak for here. */
  readonly speakers: readonly string[];
  readonly form: Form<W>;
  readonly onChange: (agency: string | undefined) => void;
}

/** As whom somebody speaks: asked of whoever is in several of the action's agencies, said to who is in one. */
export function SpeakerField<W extends { readonly agency?: string | undefined }>(
  props: SpeakerFieldProps<W>,
) {
  const { open, speakers, form, onChange } = props;
  const { agency } = form.words;
  useAgencyOf(speakers, agency, onChange);
  if (speakers.length === 0) return null;
  return (
    <AgencyField
      label="As which agency?"
      only="As"
      agencies={open.agencies}
      choices={speakers}
      value={agency}
      onChange={onChange}
      problem={form.problems.agency}
    />
  );
}

/** Whom the form speaks for, to be said beside its Save where it had to be chosen. */
export function chosenSpeaker(
  { agencies }: Pick<OpenPlan, "agencies">,
  speakers: readonly string[],
  agency: string | undefined,
): string | undefined {
  return speakers.length > 1 && agency !== undefined ? agencyName(agencies, agency) : undefined;
}
