import type { OpenPlan } from "#usecases/ports/plans.ts";
import { AgencyField } from "./AgencyField.tsx";
import type { Form } from "./use-form.ts";
import { agencyName } from "./agency-name.ts";
import { useEffect, useEffectEvent } from "react";

interface SpeakerFieldProps<W extends { readonly agency?: string | undefined }> {
  readonly open: OpenPlan;
  /** Short names of the agencies that this person may speak for here. */
  readonly speakers: readonly string[];
  readonly form: Form<W>;
  readonly onChange: (agency: string | undefined) => void;
}

/** As whom somebody speaks: asked of whoever is in several of the action's agencies, said to everybody else. */
export function SpeakerField<W extends { readonly agency?: string | undefined }>(
  props: SpeakerFieldProps<W>,
) {
  const { open, speakers, form, onChange } = props;
  const { agency } = form.words;
  const [first, second] = speakers;
  // A draft may name an agency that was renamed since, or that the action does not name any more.
  const isGone = agency !== undefined && !speakers.includes(agency);
  const settle = useEffectEvent(() => onChange(second === undefined ? first : undefined));
  useEffect(() => {
    if (isGone) settle();
  }, [isGone]);
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
