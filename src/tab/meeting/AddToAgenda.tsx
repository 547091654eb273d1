import { DoubtError } from "#plan/errors.ts";
import { addToAgenda } from "#usecases/meeting/keep-agenda.ts";
import { beginning } from "#tab/form/beginning.ts";
import { wordsProblem } from "#tab/form/identifiers.ts";
import { usePorts } from "#tab/ports/ports.ts";
import { WordsField } from "#tab/form/WordsField.tsx";
import { Button } from "@fluentui/react-components";
import { Field } from "@fluentui/react-field";
import { Select } from "@fluentui/react-select";
import { useAnnounce } from "#tab/notice/Announcer.tsx";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useRoom } from "./room.ts";

/** Minutes for what a person puts on the agenda. */
const usual = 8;

/** Something the checks do not ask, or ask too far down. */
export function AddToAgenda({ onDone }: { onDone: () => void }) {
  const { view, busy } = useRoom();
  const { about, setAbout, question, setQuestion, add, doubted } = useAdding(onDone);
  const form = useRef<HTMLFormElement>(null);
  const [checked, setChecked] = useState(false);
  const missing = wordsProblem(question, "what is to be asked", "Write what is to be asked.");
  useEffect(() => form.current?.querySelector("select")?.focus(), []);
  function submit(event: FormEvent): void {
    event.preventDefault();
    // Said of the field, and read with it.
    flushSync(() => setChecked(true));
    if (missing === undefined) void add();
    else form.current?.querySelector("textarea")?.focus();
  }
  return (
    <form
      ref={form}
      className="meet-add"
      aria-label="Add to the agenda"
      noValidate
      onSubmit={submit}
    >
      <Field label="Recommendation" required>
        <Select value={String(about)} onChange={(_, { value }) => setAbout(Number(value))}>
          {view.recommendations.map(({ recommendation }) => (
            <option key={recommendation.id} value={recommendation.id}>
              {recommendation.ref} {beginning(recommendation.text, 60)}
            </option>
          ))}
        </Select>
      </Field>
      <WordsField
        label="What is to be asked"
        where="what is to be asked"
        required
        rows={2}
        value={question}
        problem={checked ? missing : undefined}
        onChange={setQuestion}
      />
      <div className="meet-buttons">
        <Button type="submit" appearance="primary" size="small" disabledFocusable={busy}>
          {doubted ? "Add anyway" : "Add"}
        </Button>
        <Button size="small" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function useAdding(onDone: () => void) {
  const { view, act, store, problem } = useRoom();
  const { newKey } = usePorts();
  const announce = useAnnounce();
  const [id] = useState(newKey);
  const [chosen, setAbout] = useState<number>();
  const all = view.recommendations.map(({ recommendation }) => recommendation.id);
  // The one that was chosen may have been taken out: what is saved is what the list shows.
  const about = all.find((each) => each === chosen) ?? all[0] ?? 0;
  const [question, setQuestion] = useState("");
  const [askedAbout, setAskedAbout] = useState<string>();
  const doubted = problem instanceof DoubtError && askedAbout === question;
  async function add(): Promise<void> {
    const source = view.open.me.name;
    const item = { id, recommendationId: about, source, question, minutes: usual };
    setAskedAbout(question);
    const added = await act((led) =>
      addToAgenda({ meetings: store }, { ...led, sure: doubted }, item),
    );
    if (!added) return;
    announce("It stands last on the agenda.");
    onDone();
  }
  return { about, setAbout, question, setQuestion, add, doubted };
}
