import { DoubtError } from "#plan/errors.ts";
import { addToAgenda } from "#usecases/meeting/keep-agenda.ts";
import { usePorts } from "#tab/frame/ports.ts";
import { WordsField } from "#tab/form/WordsField.tsx";
import { Button } from "@fluentui/react-components";
import { Field } from "@fluentui/react-field";
import { Select } from "@fluentui/react-select";
import { type FormEvent, useState } from "react";
import { useRoom } from "./room.ts";

/** Minutes for what a person puts on the agenda. */
const usual = 8;

/** Something the checks do not ask, or ask too far down. */
export function AddToAgenda({ onDone }: { onDone: () => void }) {
  const { view, act, store, busy, problem } = useRoom();
  const { newKey } = usePorts();
  const [id] = useState(newKey);
  const [about, setAbout] = useState("");
  const [question, setQuestion] = useState("");
  const [askedAbout, setAskedAbout] = useState<string>();
  const chosen = Number(about || view.recommendations[0]?.recommendation.id);

  async function add(event: FormEvent): Promise<void> {
    event.preventDefault();
    const source = view.open.me.name;
    const item = { id, recommendationId: chosen, source, question, minutes: usual };
    const sure = problem instanceof DoubtError && askedAbout === question;
    setAskedAbout(question);
    if (await act((led) => addToAgenda({ meetings: store }, { ...led, sure }, item))) onDone();
  }
  return (
    <form className="meet-add" noValidate onSubmit={(event) => void add(event)}>
      <Field label="Recommendation" required>
        <Select value={String(chosen)} onChange={(_, { value }) => setAbout(value)}>
          {view.recommendations.map(({ recommendation }) => (
            <option key={recommendation.id} value={recommendation.id}>
              {recommendation.ref} {recommendation.text.slice(0, 60)}
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
        onChange={setQuestion}
      />
      <div className="meet-buttons">
        <Button type="submit" appearance="primary" size="small" disabledFocusable={busy}>
          {problem instanceof DoubtError && askedAbout === question ? "Add anyway" : "Add"}
        </Button>
        <Button size="small" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
