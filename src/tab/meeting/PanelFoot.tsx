import { itemBeside } from "#plan/meeting-rules.ts";
import { mayDecide } from "#plan/permissions.ts";
import { endMeeting } from "#usecases/meeting/end-meeting.ts";
import { usePorts } from "#tab/frame/ports.ts";
import { Button } from "@fluentui/react-components";
import { ChevronRightRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { OfficersMenu } from "./OfficersMenu.tsx";
import { placeOfItem, refOf, useRoom } from "./room.ts";
import { useMinutes } from "./use-minutes.ts";

/** The chair's next step, the end of the meeting, and who has the chair. */
export function PanelFoot() {
  const { leads, meeting, view } = useRoom();
  const [ending, setEnding] = useState(false);
  if (meeting.ended !== undefined || !mayDecide(view.open.me)) return null;
  if (ending) return <End onKeep={() => setEnding(false)} />;
  return (
    <div className="meet-foot">
      {leads && <NextButton />}
      {leads && meeting.now && <Button onClick={() => setEnding(true)}>End meeting</Button>}
      {!leads && <span className="grow small muted">{meeting.chair.name} is in the chair.</span>}
      <OfficersMenu />
    </div>
  );
}

function NextButton() {
  const { meeting, view, go } = useRoom();
  const next = itemBeside(meeting, "after");
  if (!next) return <span className="grow small muted">This is the last item.</span>;
  const ref = refOf(view, next.recommendationId);
  return (
    <Button
      className="meet-next"
      appearance="primary"
      icon={<ChevronRightRegular />}
      iconPosition="after"
      onClick={() => go(placeOfItem(next))}
    >
      {meeting.now ? `Next: ${ref}` : `Begin: ${ref}`}
    </Button>
  );
}

/** Asked again, since it ends for everybody; then the minutes are made. */
function End({ onKeep }: { onKeep: () => void }) {
  const { act, busy, store } = useRoom();
  const { now } = usePorts();
  const finish = useMinutes();
  async function end(): Promise<void> {
    const ended = await act((led) => endMeeting({ meetings: store, now }, led));
    if (ended) await finish();
  }
  return (
    <div className="meet-foot">
      <span className="grow" role="alert">
        End it for everybody and make the minutes?
      </span>
      <Button appearance="primary" disabledFocusable={busy} onClick={() => void end()}>
        {busy ? "Ending…" : "End it"}
      </Button>
      <Button onClick={onKeep}>Go on</Button>
    </div>
  );
}
