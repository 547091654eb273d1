import { isUnderWay } from "#plan/meeting-rules.ts";
import { Button } from "@fluentui/react-components";
import { ArrowUndoRegular, EyeRegular, PeopleCommunityRegular } from "@fluentui/react-icons";
import { type Room, useRoom } from "./room.ts";

/** Whether this person is where the group is, and one press to look around or to return. */
export function FollowState() {
  const room = useRoom();
  return (
    <div className="meet-follow">
      <PeopleCommunityRegular fontSize={20} aria-hidden />
      <strong className="meet-follow-words">{words(room)}</strong>
      {room.away && (
        <Button size="small" appearance="primary" icon={<ArrowUndoRegular />} onClick={room.back}>
          Return
        </Button>
      )}
      {!room.away && !room.leads && isUnderWay(room.meeting) && (
        <Button size="small" icon={<EyeRegular />} onClick={room.lookAround}>
          Look around
        </Button>
      )}
    </div>
  );
}

function words({ away, leads, meeting }: Room): string {
  if (meeting.ended !== undefined) return "The meeting has ended";
  if (away) return "Looking around";
  if (leads) return meeting.now ? "Everyone follows you" : "You are in the chair";
  return meeting.now ? "Following the Chair" : `${meeting.chair.name} will begin`;
}
