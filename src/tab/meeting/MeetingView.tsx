import type { Meeting } from "#plan/meeting.ts";
import { meetingToJoin } from "#plan/meeting-rules.ts";
import { mayDecide } from "#plan/permissions.ts";
import { messageOf } from "#tab/words/message-of.ts";
import { Notice } from "#tab/notice/Notice.tsx";
import { usePorts } from "#tab/ports/ports.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { ViewSkeleton } from "#tab/layout/ViewSkeleton.tsx";
import { Button } from "@fluentui/react-components";
import { CloudOffRegular, DocumentSearchRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { MeetingList } from "./MeetingList.tsx";
import { MeetingRoom } from "./MeetingRoom.tsx";
import { PlanMeetingForm } from "./PlanMeetingForm.tsx";
import { type Meetings, useLookAgain, useMeetings } from "./use-meetings.ts";
import "./meeting.css";

/** The plan's meetings, one of them, or the form that plans another; in a call, the meeting that is under way. */
export function MeetingView(props: ViewProps) {
  const meetings = useMeetings(props.view.open.plan.id);
  if (meetings.phase === "loading") return <ViewSkeleton name="the meetings" />;
  if (meetings.phase === "failed")
    return (
      <Notice
        whole
        icon={CloudOffRegular}
        title="The meetings could not be read"
        actions={<Button onClick={meetings.again}>Try again</Button>}
      >
        {messageOf(meetings.error)}
      </Notice>
    );
  return <Shown {...props} meetings={meetings} />;
}

type Ready = Meetings & { readonly phase: "ready" };

function Shown({ meetings, ...props }: ViewProps & { meetings: Ready }) {
  const { view, params, onView } = props;
  const asked = Number(params.get("id"));
  const meeting = useMeetingToShow(meetings.meetings, params);
  const list = () => onView("meeting", "all");
  if (meeting)
    return (
      <MeetingRoom
        key={meeting.id}
        {...props}
        first={meeting}
        store={meetings.store}
        onMeetings={list}
        onChanged={meetings.put}
      />
    );
  if (asked > 0) return <NotHere onList={list} />;
  if (params.has("new") && mayDecide(view.open.me))
    return (
      <PlanMeetingForm
        view={view}
        store={meetings.store}
        onPlanned={(planned) => {
          meetings.put(planned);
          onView("meeting", `id=${planned.id}`);
        }}
        onCancel={list}
      />
    );
  return <List {...props} meetings={meetings} />;
}

/** The one that the address names; in a call, where it names none, the one under way. */
function useMeetingToShow(
  meetings: readonly Meeting[],
  params: URLSearchParams,
): Meeting | undefined {
  const { host, now } = usePorts();
  // Joined once, as soon as there is one: it stays when it has ended, with its minutes.
  const [joined, setJoined] = useState<number>();
  const open = host.frame === "tab" ? undefined : meetingToJoin(meetings, now())?.id;
  if (joined === undefined && open !== undefined) setJoined(open);
  const asked = Number(params.get("id"));
  const chosen = params.has("all") || params.has("new");
  const wanted = asked > 0 ? asked : chosen ? undefined : joined;
  return meetings.find(({ id }) => id === wanted);
}

function NotHere({ onList }: { onList: () => void }) {
  return (
    <Notice
      whole
      icon={DocumentSearchRegular}
      title="This meeting is not here"
      actions={<Button onClick={onList}>Show the meetings</Button>}
    >
      It may be another plan’s, or you may not see it.
    </Notice>
  );
}

function List({ meetings, view, onView }: ViewProps & { meetings: Ready }) {
  const { host } = usePorts();
  useLookAgain(meetings.look);
  return (
    <MeetingList
      meetings={meetings.meetings}
      me={view.open.me}
      onOpen={(id) => onView("meeting", `id=${id}`)}
      onPlan={() => onView("meeting", "new")}
      onBack={host.frame === "tab" ? () => onView("plan") : undefined}
    />
  );
}
