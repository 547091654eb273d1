import { DoubtError } from "#plan/errors.ts";
import { markAttendance, unmarkAttendance } from "#usecases/meeting/keep-agenda.ts";
import type { Attendance } from "#plan/meeting.ts";
import { WordsField } from "#tab/form/WordsField.tsx";
import { Button } from "@fluentui/react-components";
import { Field } from "@fluentui/react-field";
import { DismissRegular } from "@fluentui/react-icons";
import { Select } from "@fluentui/react-select";
import { useState } from "react";
import { useRoom } from "./room.ts";

/** Circles that send somebody without being an agency of the plan. */
const circles = ["Independent member", "Scrutiny", "Guest"];

/** Who is here: added by agency and name, put right and taken away again while the meeting goes on. */
export function AttendanceForm() {
  const { meeting, view, act, store, problem } = useRoom();
  const agencies = [...view.open.agencies.map(({ shortName }) => shortName), ...circles];
  const [agency, setAgency] = useState(agencies[0] ?? "");
  const [name, setName] = useState("");
  const [askedAbout, setAskedAbout] = useState<string>();

  async function mark(present: boolean): Promise<void> {
    const who = { agency, name, present };
    const sure = problem instanceof DoubtError && askedAbout === name;
    setAskedAbout(name);
    if (await act((led) => markAttendance({ meetings: store }, { ...led, sure }, who))) setName("");
  }
  return (
    <div className="meet-add">
      <ul className="meet-people">
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

function Line({ each }: { each: Attendance }) {
  const { act, store } = useRoom();
  const { agency, name, present } = each;
  return (
    <li>
      <span className="grow">
        <b>{agency}</b> {name}
      </span>
      <Button
        size="small"
        appearance="subtle"
        aria-label={`${name}, ${agency}: ${present ? "here" : "sent apologies"}. Change`}
        onClick={() =>
          void act((led) =>
            markAttendance({ meetings: store }, led, { ...each, present: !present }),
          )
        }
      >
        {present ? "Here" : "Apologies"}
      </Button>
      <Button
        size="small"
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={`Take ${name}, ${agency}, off the list`}
        onClick={() => void act((led) => unmarkAttendance({ meetings: store }, led, each))}
      />
    </li>
  );
}
