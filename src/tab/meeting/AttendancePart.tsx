import { parties, type Party } from "#plan/meeting-rules.ts";
import { counted } from "#plan/words.ts";
import { Said } from "#tab/notice/Said.tsx";
import { Badge, Button } from "@fluentui/react-components";
import { CheckmarkRegular, EditRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { AttendanceForm } from "./AttendanceForm.tsx";
import { useRoom } from "./room.ts";

/** Who is here and who sent apologies, by agency. */
export function AttendancePart() {
  const { meeting, records } = useRoom();
  const [marking, setMarking] = useState(false);
  const here = parties(meeting.attendance);
  const present = here.filter((party) => party.present.length > 0);
  const people = present.reduce((sum, party) => sum + party.present.length, 0);
  return (
    <section className="meet-part" aria-labelledby="meet-here">
      <div className="meet-part-head">
        <h2 id="meet-here">Here</h2>
        {here.length > 0 && (
          <span className="small muted">
            {counted(people, "person", "people")}, {present.length} of{" "}
            {counted(here.length, "agency", "agencies")}
          </span>
        )}
        <span className="grow" />
        {records && (
          <Button
            size="small"
            appearance="subtle"
            icon={marking ? <CheckmarkRegular /> : <EditRegular />}
            aria-expanded={marking}
            onClick={() => setMarking(!marking)}
          >
            {marking ? "Done" : "Mark"}
            {!marking && <Said> who is here</Said>}
          </Button>
        )}
      </div>
      {marking ? <AttendanceForm /> : <Here of={here} />}
      {here.length === 0 && !marking && (
        <p className="muted">Nobody has written down who is here.</p>
      )}
    </section>
  );
}

function Here({ of }: { of: readonly Party[] }) {
  return (
    <ul className="meet-here">
      {of.map(({ agency, present, apologies }) => (
        <li key={agency}>
          <Badge
            appearance={present.length > 0 ? "tint" : "outline"}
            color="informative"
            size="large"
            shape="rounded"
          >
            {present.length > 0 ? `${agency} ${present.length}` : `${agency} sent apologies`}
          </Badge>
          <span className="small muted">{[...present, ...apologies].join(", ")}</span>
        </li>
      ))}
    </ul>
  );
}
