import { dayOf, formatDate } from "#plan/iso-date.ts";
import { mayDecide } from "#plan/permissions.ts";
import { messageOf } from "#tab/words/message-of.ts";
import { usePorts } from "#tab/ports/ports.ts";
import { trouble } from "#tab/notice/trouble-words.ts";
import { MessageBar, MessageBarBody } from "@fluentui/react-message-bar";
import { EndedNotice } from "./EndedNotice.tsx";
import { FollowState } from "./FollowState.tsx";
import { ItemSteps } from "./ItemSteps.tsx";
import { MeetingHeader } from "./MeetingHeader.tsx";
import { Panel } from "./Panel.tsx";
import { RecorderBar } from "./RecorderBar.tsx";
import { type Room, RoomContext } from "./room.ts";
import { ShareToStage } from "./ShareToStage.tsx";
import { Stage } from "./Stage.tsx";
import { type RoomProps, useTheRoom } from "./use-room.ts";

/** A meeting: its stage, its side panel, or in the channel's tab both, by where in Teams it is open. */
export function MeetingRoom({
  onMeetings,
  ...props
}: RoomProps & { readonly onMeetings: () => void }) {
  const { host } = usePorts();
  const room = useTheRoom(props);
  const title = "Peer-challenge meeting";
  const day = formatDate(dayOf(room.meeting.starts));
  return (
    <RoomContext value={room}>
      <div className={`meet-room meet-room-${host.frame}`}>
        {host.frame === "side-panel" ? (
          <>
            <h1 className="said">
              {title}, {day}
            </h1>
            <FollowState />
            <Troubles room={room} />
            <ShareToStage />
            <Panel />
          </>
        ) : (
          <>
            <MeetingHeader
              title={title}
              beside={day}
              onBack={host.frame === "tab" ? onMeetings : undefined}
              backTo="Back to the meetings"
            >
              <ItemSteps />
              <FollowState />
            </MeetingHeader>
            <Troubles room={room} />
            <div className="meet-both">
              <Stage />
              {host.frame === "tab" && <Panel />}
            </div>
            {room.records && room.meeting.ended === undefined && <RecorderBar />}
          </>
        )}
      </div>
    </RoomContext>
  );
}

const noMeeting = "This meeting is not there any more, or you may no longer see it.";

/** What stands in the way, and what became of the meeting. */
function Troubles({ room }: { room: Room }) {
  return (
    <div className="meet-troubles">
      {room.trouble !== undefined && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            {room.trouble === "refused" ? noMeeting : trouble[room.trouble]} You see the meeting as
            it was
            {room.trouble !== "refused" &&
              "; it goes on here by itself as soon as there is a connection"}
            , and nothing that you typed is lost.
          </MessageBarBody>
        </MessageBar>
      )}
      {room.problem !== undefined && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{messageOf(room.problem)}</MessageBarBody>
        </MessageBar>
      )}
      {room.meeting.ended !== undefined && <EndedNotice offered={mayDecide(room.view.open.me)} />}
    </div>
  );
}
