import { DoubtError } from "#plan/errors.ts";
import { markAttendance, unmarkAttendance } from "#usecases/meeting/keep-agenda.ts";
import type { Attendance } from "#plan/meeting.ts";
import { WordsField } from "#tab/form/WordsField.tsx";
import { Button } from "@fluentui/react-components";
import { Field } from "@fluentui/react-field";
import { DismissRegular } from "@fluentui/react-icons";
import { Select } from "@fluentui/react-select";
import { useAnnounce } from "#tab/notice/Announcer.tsx";
import { useRef, useState } from "react";
import { useRoom } from "./room.ts";
import { useKeptPlace } from "./use-kept-place.ts";

/** Circles that send somebody without being an agency of the plan. */
const circles = ["Independent member", "Scrutiny", "Guest"];

/** Who is here: added by agency and name, put right and taken away again while the meeting goes on. */
export function AttendanceForm() {
  const { meeting, view, act, store, problem } = useRoom();
  const agencies = [...view.open.agencies.map(({ shortName }) => shortName), ...circles];
  const [agency, setAgency] = useState(agencies[0] ?? "");
  const [name, setName] = useState("");
  const [askedAbout, setAskedAbout] = useState<string>();
  const form = useRef<HTMLDivElement>(null);
  const announce = useAnnounce();
  const kept = useKeptPlace(".meet-add select");

  async function mark(present: boolean): Promise<void> {
    const who = { agency, name, present };
    const sure = problem instanceof DoubtError && askedAbout === name;
    setAskedAbout(name);
    if (!(await act((led) => markAttendance({ meetings: store }, { ...led, sure }, who)))) return;
    announce(hereWords(who));
    setName("");
    // For the next name.
    form.current?.querySelector("input")?.focus();
  }
  return (
    <div ref={form} className="meet-add">
      <ul className="meet-people" {...kept}>
        {meeting.attendance.map((each) => (
          <Line key={`${each.agency} ${each.name}`} each={each} />
        ))}
      </ul>
      <Field label="Agency">
        <Select value={agency} onChange={(_, { value }) => setAgency(value)}>
          {agencies.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </Select>
      </Field>
      <WordsField label="Who" where="the name" oneLine value={name} onChange={setName} />
      <div className="meet-buttons">
        <Button size="small" appearance="primary" onClick={() => void mark(true)}>
          Here
        </Button>
        <Button size="small" onClick={() => void mark(false)}>
          Apologies
        </Button>
      </div>
    </div>
  );
}

/** "Named nurse, ICB: here." */
function hereWords({ name, agency, present }: Attendance): string {
  return `${name}, ${agency}: ${present ? "here" : "sent apologies"}.`;
}

function Line({ each }: { each: Attendance }) {
  const { act, store } = useRoom();
  const announce = useAnnounce();
  const { agency, name, present } = each;
  async function flip(): Promise<void> {
    const other = { ...each, present: !present };
    if (await act((led) => markAttendance({ meetings: store }, led, other)))
      announce(hereWords(other));
  }
  async function takeOff(): Promise<void> {
    if (await act((led) => unmarkAttendance({ meetings: store }, led, each)))
      announce(`${name}, ${agency}, is off the list.`);
  }
  return (
    <li>
      <span className="grow">
        <b>{agency}</b> {name}
      </span>
      <Button
        size="small"
        appearance="subtle"
        aria-label={`${hereWords(each)} Change`}
        onClick={() => void flip()}
      >
        {present ? "Here" : "Apologies"}
      </Button>
      <Button
        size="small"
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={`Take ${name}, ${agency}, off the list`}
        onClick={() => void takeOff()}
      />
    </li>
  );
}
