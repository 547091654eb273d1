import { RemovedNote } from "#tab/action/RemovedNote.tsx";
import { standsIn, subjectAt, SubjectOfForms } from "#tab/form/removed.ts";
import { timeInWords } from "#tab/words/words.ts";
import { usePorts } from "#tab/ports/ports.ts";
import { useAnnounce } from "#tab/notice/Announcer.tsx";
import { CheckmarkCircleFilled } from "@fluentui/react-icons";
import { type ReactNode, useState } from "react";
import { AgreeAllForm } from "./forms/AgreeAllForm.tsx";
import { AskForm } from "./forms/AskForm.tsx";
import { CloseForm } from "./forms/CloseForm.tsx";
import { DateForm } from "./forms/DateForm.tsx";
import { NoteForm } from "./forms/NoteForm.tsx";
import { OtherRatingForm } from "./forms/OtherRatingForm.tsx";
import { ReasonForm } from "./forms/ReasonForm.tsx";
import { RecorderButtons } from "./RecorderButtons.tsx";
import {
  type Opened,
  type RecordFormProps,
  type Target,
  targetAt,
  targetWords,
} from "./recording.ts";
import { shownAt, useRoom } from "./room.ts";
import { useOpened } from "./use-opened.ts";

/** Writes down what is being said about what is shown: two presses for what was proposed, three for anything else. */
export function RecorderBar() {
  const room = useRoom();
  const { now } = usePorts();
  const announce = useAnnounce();
  const { bar, opened, open, close } = useOpened();
  const [saved, setSaved] = useState<Date>();
  const shown = shownAt(room.view, room.place);
  const target = opened?.target ?? (shown && targetAt(shown, room.place));
  if (!target) return null;

  function onSaved(): void {
    close();
    setSaved(now());
    announce("Saved.");
  }
  return (
    <footer ref={bar} className="meet-bar" aria-label="Record what is said">
      <div className="meet-bar-for" tabIndex={-1}>
        <span className="small muted">Recording for</span>
        <strong>{targetWords(target)}</strong>
      </div>
      <AboutTarget target={target}>
        {opened ? (
          <OpenForm
            key={`${opened.form.name} ${targetWords(target)}`}
            opened={opened}
            onSaved={onSaved}
            onCancel={close}
            onOpen={(form) => open({ form, target })}
          />
        ) : (
          <RecorderButtons
            target={target}
            onOpen={(form) => open({ form, target })}
            onSaved={onSaved}
          />
        )}
      </AboutTarget>
      {saved && !opened && (
        <span className="meet-saved">
          <CheckmarkCircleFilled fontSize={20} aria-hidden />
          Saved {timeInWords(saved)}
        </span>
      )}
    </footer>
  );
}

/** It may be taken out while a form about it is open: its words stay, and nothing is saved onto nothing. */
function AboutTarget({ target, children }: { target: Target; children: ReactNode }) {
  const { view, trouble, latest } = useRoom();
  const about = { recommendation: target.recommendation, action: target.action?.action };
  const { open } = view;
  const removed = !standsIn({ open }, about);
  return (
    <SubjectOfForms
      value={subjectAt(about, { open, removed: removed || trouble === "refused" }, latest)}
    >
      {removed && <RemovedNote what={target.action ? "action" : "recommendation"} />}
      {children}
    </SubjectOfForms>
  );
}

interface OpenFormProps extends Omit<RecordFormProps, "target"> {
  readonly opened: Opened;
  readonly onOpen: (form: Opened["form"]) => void;
}

function OpenForm({ opened: { form, target }, onOpen, ...props }: OpenFormProps) {
  const about = { ...props, target };
  if (form.name === "rating") return <OtherRatingForm {...about} rating={form.rating} />;
  if (form.name === "all-proposed") return <AgreeAllForm {...about} />;
  if (form.name === "question") return <AskForm {...about} />;
  if (form.name === "note") return <NoteForm {...about} words={form.words ?? ""} />;
  if (form.name === "date") return <DateForm {...about} />;
  if (form.name === "close" || form.name === "monitoring")
    return (
      <CloseForm {...about} kind={form.name} onNote={(words) => onOpen({ name: "note", words })} />
    );
  return <ReasonForm {...about} form={form} />;
}
