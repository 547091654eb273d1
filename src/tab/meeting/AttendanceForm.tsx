import { DoubtError } from "#plan/errors.ts";
import { markAttendance, unmarkAttendance } from "#usecases/meeting/keep-agenda.ts";
import type { Attendance } from "#plan/meeting.ts";
import { wordsProblem } from "#tab/form/identifiers.ts";
import { WordsField } from "#tab/form/WordsField.tsx";
import { Button } from "@fluentui/react-components";
import { Field } from "@fluentui/react-field";
import { DismissRegular } from "@fluentui/react-icons";
import { Select } from "@fluentui/react-select";
import { useAnnounce } from "#tab/notice/Announcer.tsx";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useRoom } from "./room.ts";
import { useKeptPlace } from "./use-kept-place.ts";

/** Circles that send somebody without being an agency of the plan. */
const circles = ["Independent member", "Scrutiny", "Guest"];

/** Who is here: added by agency and name, put right and taken away again while the meeting goes on. */
export function AttendanceForm() {
  const { meeting } = useRoom();
  const form = useRef<HTMLDivElement>(null);
  // For the next name, and for one that is missing.
  const toName = () => form.current?.querySelector("input")?.focus();
  const { agencies, agency, setAgency, name, setName, problem, mark } = useMarking(toName);
  const kept = useKeptPlace(".meet-add select");
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
      <WordsField
        label="Who"
        where="the name"
        oneLine
        value={name}
        problem={problem}
        onChange={setName}
      />
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

function useMarking(toName: () => void) {
  const { view, act, store, problem: refused } = useRoom();
  const agencies = [...view.open.agencies.map(({ shortName }) => shortName), ...circles];
  const [agency, setAgency] = useState(agencies[0] ?? "");
  const [name, setName] = useState("");
  const [askedAbout, setAskedAbout] = useState<string>();
  const [checked, setChecked] = useState(false);
  const announce = useAnnounce();
  const missing = wordsProblem(name, "the name", "Write who it is, by name or by role.");

  async function mark(present: boolean): Promise<void> {
    // What is missing is said of the field, and read with it.
    flushSync(() => setChecked(missing !== undefined));
    if (missing !== undefined) {
      toName();
      return;
    }
    const who = { agency, name, present };
    const sure = refused instanceof DoubtError && askedAbout === name;
    setAskedAbout(name);
    if (!(await act((led) => markAttendance({ meetings: store }, { ...led, sure }, who)))) return;
    announce(hereWords(who));
    setName("");
    toName();
  }
  return {
    agencies,
    agency,
    setAgency,
    name,
    setName,
    problem: checked ? missing : undefined,
    mark,
  };
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
