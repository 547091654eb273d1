import { timeInWords } from "#tab/words/words.ts";
import { Button } from "@fluentui/react-components";
import { type ReactNode, useId } from "react";
import { OtherWords } from "./OtherWords.tsx";
import { ReadsOtherwise } from "./ReadsOtherwise.tsx";
import { useSubject } from "./removed.ts";
import { SaveProblem } from "./SaveProblem.tsx";
import { saveWords } from "./save-words.ts";
import type { Form } from "./use-form.ts";
import { useSlow } from "./use-slow.ts";
import { useSubmit } from "./use-submit.ts";
import "./form.css";

interface FormPaneProps<W extends object> {
  readonly form: Form<W>;
  readonly title: string;
  /** Below the title: as whom, about what. */
  readonly about?: ReactNode;
  /** On the button: "Save". */
  readonly save: string;
  /** What saving does, where nothing else is to be said: "Added to the record; nothing is overwritten." */
  readonly promise: string;
  /** What saving is at, where that takes long: "Sending Film.mp4, file 2 of 3." */
  readonly doing?: string | undefined;
  /** As which agency it will be said, where that had to be chosen further up. */
  readonly speaker?: string | undefined;
  readonly onSaved: (id: number) => void;
  readonly children: ReactNode;
}

/** A form at the drawer's side, its Save always in view. */
export function FormPane<W extends object>(props: FormPaneProps<W>) {
  const { form, title, about, save, promise, doing, speaker, onSaved, children } = props;
  const id = useId();
  const { element, toSave } = useSubmit(form, onSaved);
  const saving = form.save.phase === "saving";
  const { removed } = useSubject();
  const slow = useSlow(saving && doing === undefined);
  return (
    <form className="pane-form" aria-labelledby={id} {...element}>
      <div>
        <h3 id={id} className="pane-title" tabIndex={-1}>
          {title}
        </h3>
        {about}
      </div>
      <OtherWords form={form} />
      <ReadsOtherwise form={form} />
      {children}
      <span className="grow" />
      <div className="pane-save">
        <SaveProblem form={form} label={save} onBack={toSave} />
        <Button type="submit" appearance="primary" disabledFocusable={saving || removed}>
          {saveWords(form, save)}
        </Button>
        <span className="small muted">
          {speaker !== undefined && <span className="strong">As {speaker}. </span>}
          {removed
            ? "Nothing more can be saved here. What you typed stays, for you to copy."
            : (doing ?? slow ?? below(form, { label: save, promise }))}
        </span>
      </div>
    </form>
  );
}

function below<W extends object>(
  { save, restored, lasts, words }: Form<W>,
  { label, promise }: { readonly label: string; readonly promise: string },
): string {
  if (save.phase === "saved") return `Saved ${timeInWords(save.at)}.`;
  if (save.phase === "signed-in") return `You are signed in. Press ${label} again.`;
  if (save.phase === "stopped") return "Stopped. Nothing was saved; what you wrote is still here.";
  if (!lasts)
    return "Save before you leave: this browser keeps nothing of what you type, or has no room left.";
  if (restored && Object.values(words).some((word) => typeof word === "string" && word !== ""))
    return "Your draft, kept on this computer until you save it.";
  return promise;
}
