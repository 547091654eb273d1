import type { Action } from "#plan/plan.ts";
import { timeInWords } from "#tab/words/words.ts";
import type { OpenPlan } from "#usecases/ports.ts";
import { Button } from "@fluentui/react-components";
import { Field } from "@fluentui/react-field";
import { Radio, RadioGroup } from "@fluentui/react-radio";
import { Textarea } from "@fluentui/react-textarea";
import { type FormEvent, useEffect, useRef, type RefObject } from "react";
import { EvidenceLinkFields } from "./EvidenceLinkFields.tsx";
import { invalid } from "./invalid.ts";
import { RatingChoice } from "./RatingChoice.tsx";
import { SaveProblem } from "./SaveProblem.tsx";
import { type ProposalForm, useProposal } from "./use-proposal.ts";

interface ProposeRatingProps {
  readonly open: OpenPlan;
  readonly action: Action;
  readonly onSaved: (updateId: number) => void;
}

/** The focus goes to what is wrong when a first problem appears, or another one becomes the first. */
function useFocusOnProblem(
  form: RefObject<HTMLFormElement | null>,
  problem: string | undefined,
  phase: string,
): void {
  const shown = useRef<string>(undefined);
  useEffect(() => {
    if (problem === shown.current) return;
    shown.current = problem;
    if (problem !== undefined && phase === "typing") focusFirstProblem(form.current);
  }, [form, problem, phase]);
}

/** The agency's own statement: rating, what happened, evidence. Nothing is chosen beforehand. */
export function ProposeRating({ open, action, onSaved }: ProposeRatingProps) {
  const form = useProposal(open, action);
  const { draft, problems, change } = form;
  const element = useRef<HTMLFormElement>(null);
  useFocusOnProblem(element, Object.keys(problems)[0], form.save.phase);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const id = await form.submit();
    if (id !== undefined) onSaved(id);
  }
  return (
    <form
      ref={element}
      className="propose"
      id="propose"
      aria-labelledby="propose-title"
      noValidate
      onSubmit={(event) => void save(event)}
    >
      <div>
        <h3 id="propose-title" tabIndex={-1}>
          Propose a rating
        </h3>
        <Speaker form={form} open={open} />
      </div>
      <RatingChoice scheme={open.plan.scheme} form={form} />
      <Field label="What happened" required {...invalid(problems.note)}>
        <Textarea
          resize="vertical"
          rows={4}
          value={draft.note}
          onChange={(_, { value }) => change({ note: value })}
        />
      </Field>
      <EvidenceLinkFields form={form} />
      <span className="grow" />
      <div className="propose-save">
        <SaveProblem form={form} />
        <Button type="submit" appearance="primary" disabledFocusable={form.save.phase === "saving"}>
          {form.save.phase === "saving" ? "Saving…" : "Save"}
        </Button>
        <span className="small muted">{below(form)}</span>
      </div>
    </form>
  );
}

function Speaker({ form, open }: { form: ProposalForm; open: OpenPlan }) {
  const name = (shortName: string) =>
    open.agencies.find((agency) => agency.shortName === shortName)?.name ?? shortName;
  const [only, second] = form.speakers;
  if (only !== undefined && second === undefined)
    return <div className="small muted">As {name(only)}</div>;
  return (
    <Field label="As which agency?" required {...invalid(form.problems.agency)}>
      <RadioGroup
        value={form.draft.agency ?? ""}
        onChange={(_, { value }) => form.change({ agency: value })}
      >
        {form.speakers.map((speaker) => (
          <Radio key={speaker} value={speaker} label={name(speaker)} />
        ))}
      </RadioGroup>
    </Field>
  );
}

function below({ save, restored, draft }: ProposalForm): string {
  if (save.phase === "saved") return `Saved ${timeInWords(save.at)}.`;
  if (save.phase === "signed-in") return "You are signed in. Press Save again.";
  if (restored && draft.note !== "") return "Your draft, kept on this computer until you save it.";
  return "Added to the record; nothing is overwritten.";
}

function focusFirstProblem(form: HTMLFormElement | null): void {
  const [found] =
    form?.querySelectorAll<HTMLElement>(
      "[aria-invalid=true]:not([role=radiogroup]), [role=radiogroup][aria-invalid=true] input",
    ) ?? [];
  found?.focus();
}
