import { ReadsOtherwise } from "#tab/form/ReadsOtherwise.tsx";
import { SaveProblem } from "#tab/form/SaveProblem.tsx";
import { saveWords } from "#tab/form/save-words.ts";
import { useSubject } from "#tab/form/removed.ts";
import type { Form } from "#tab/form/use-form.ts";
import { useSubmit } from "#tab/form/use-submit.ts";
import { Button } from "@fluentui/react-components";
import { type ReactNode, useEffect, useId } from "react";

interface BarFormProps<W extends object> {
  readonly form: Form<W>;
  readonly title: string;
  /** On the button: "Ask". */
  readonly save: string;
  readonly onSaved: (id: number) => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
  /** Beside the buttons, where there is another way on. */
  readonly more?: ReactNode;
}

/** A form of the recorder's bar: as short as what is being said. What was typed stays when it is cancelled. */
export function BarForm<W extends object>(props: BarFormProps<W>) {
  const { form, title, save, onSaved, onCancel, children, more } = props;
  const id = useId();
  const { element, toSave } = useSubmit(form, onSaved);
  const { ref } = element;
  const saving = form.save.phase === "saving";
  const { removed } = useSubject();
  useEffect(() => ref.current?.querySelector<HTMLElement>("textarea, input")?.focus(), [ref]);
  return (
    <form className="meet-form" aria-labelledby={id} {...element}>
      <h2 id={id}>{title}</h2>
      <ReadsOtherwise form={form} />
      <div className="meet-fields">{children}</div>
      <SaveProblem form={form} label={save} onBack={toSave} />
      <div className="meet-buttons">
        <Button type="submit" appearance="primary" disabledFocusable={saving || removed}>
          {saveWords(form, save)}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
        {more}
      </div>
    </form>
  );
}
