import { SaveProblem } from "#tab/form/SaveProblem.tsx";
import { saveWords } from "#tab/form/save-words.ts";
import type { Form } from "#tab/form/use-form.ts";
import { focusFirstProblem, focusSave, useProblemFocus } from "#tab/form/problem-focus.ts";
import { Button } from "@fluentui/react-components";
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from "react";

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
  const element = useRef<HTMLFormElement>(null);
  const saving = form.save.phase === "saving";
  useEffect(() => element.current?.querySelector<HTMLElement>("textarea, input")?.focus(), []);
  useProblemFocus(element, form);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const saved = await form.submit();
    if (saved !== undefined) onSaved(saved);
    else focusFirstProblem(element.current);
  }
  return (
    <form
      ref={element}
      className="meet-form"
      aria-labelledby={id}
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      <h2 id={id}>{title}</h2>
      <div className="meet-fields">{children}</div>
      <SaveProblem form={form} label={save} onBack={() => focusSave(element.current)} />
      <div className="meet-buttons">
        <Button type="submit" appearance="primary" disabledFocusable={saving}>
          {saveWords(form, save)}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
        {more}
      </div>
    </form>
  );
}
