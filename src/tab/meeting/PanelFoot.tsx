import { itemBeside } from "#plan/meeting-rules.ts";
import { mayDecide } from "#plan/permissions.ts";
import { endMeeting } from "#usecases/meeting/end-meeting.ts";
import { usePorts } from "#tab/ports/ports.ts";
import { Button } from "@fluentui/react-components";
import { ChevronRightRegular } from "@fluentui/react-icons";
import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { focusIfLost } from "#tab/layout/focus-if-lost.ts";
import { OfficersMenu } from "./OfficersMenu.tsx";
import { placeOfItem, refOf, useRoom } from "./room.ts";
import { useMinutes } from "./use-minutes.ts";

/** The chair's next step, the end of the meeting, and who has the chair. */
export function PanelFoot() {
  const { leads, meeting, view } = useRoom();
  const [ending, setEnding] = useState(false);
  const foot = useRef<HTMLDivElement>(null);
  if (meeting.ended !== undefined || !mayDecide(view.open.me)) return null;
  function keep(): void {
    flushSync(() => setEnding(false));
    foot.current?.querySelector<HTMLElement>(".meet-end")?.focus();
  }
  if (ending) return <End onKeep={keep} />;
  return (
    <div ref={foot} className="meet-foot">
      {leads && <NextButton />}
      {leads && meeting.now && (
        <Button className="meet-end" onClick={() => setEnding(true)}>
          End meeting
        </Button>
      )}
      {!leads && <span className="grow small muted">{meeting.chair.name} is in the chair.</span>}
      <OfficersMenu />
    </div>
  );
}

function NextButton() {
  const { meeting, view, go } = useRoom();
  const next = itemBeside(meeting, "after");
  // At the end it stays, with the keyboard.
  const ref = next && refOf(view, next.recommendationId);
  return (
    <Button
      className="meet-next"
      appearance="primary"
      icon={<ChevronRightRegular />}
      iconPosition="after"
      disabledFocusable={!next}
      onClick={() => next && go(placeOfItem(next))}
    >
      <span className="clamp" title={ref}>
        {next ? `${meeting.now ? "Next" : "Begin"}: ${ref}` : "This is the last item"}
      </span>
    </Button>
  );
}

/** Asked again, since it ends for everybody: the question has the focus, and is heard. Then the minutes are made. */
function End({ onKeep }: { onKeep: () => void }) {
  const { act, busy, store } = useRoom();
  const { now } = usePorts();
  const finish = useMinutes();
  const question = useRef<HTMLSpanElement>(null);
  useEffect(() => question.current?.focus(), []);
  async function end(): Promise<void> {
    const ended = await act((led) => endMeeting({ meetings: store, now }, led));
    if (!ended) return;
    requestAnimationFrame(() => focusIfLost(".meet-ended"));
    await finish();
  }
  return (
    <div className="meet-foot">
      <span ref={question} className="meet-foot-question" tabIndex={-1}>
        End it for everybody and make the minutes?
      </span>
      <Button appearance="primary" disabledFocusable={busy} onClick={() => void end()}>
        {busy ? "Ending…" : "End it"}
      </Button>
      <Button onClick={onKeep}>Go on</Button>
    </div>
  );
}
