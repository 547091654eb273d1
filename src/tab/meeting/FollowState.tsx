import { isUnderWay } from "#plan/meeting-rules.ts";
import { Button } from "@fluentui/react-components";
import { ArrowUndoRegular, EyeRegular, PeopleCommunityRegular } from "@fluentui/react-icons";
import { useRef } from "react";
import { type Room, useRoom } from "./room.ts";

/** Whether this person is where the group is, and one press to look around or to return. */
export function FollowState() {
  const room = useRoom();
  const { away, leads, meeting } = room;
  const words = useRef<HTMLElement>(null);
  // One button for both ways, so that it keeps the keyboard; after the meeting there is nothing to return to.
  function back(): void {
    if (!isUnderWay(meeting)) words.current?.focus();
    room.back();
  }
  const way = away
    ? { icon: <ArrowUndoRegular />, onClick: back, children: "Return" }
    : { icon: <EyeRegular />, onClick: room.lookAround, children: "Look around" };
  return (
    <div className="meet-follow">
      <PeopleCommunityRegular fontSize={20} aria-hidden />
      <strong ref={words} className="meet-follow-words" tabIndex={-1}>
        {followWords(room)}
      </strong>
      {(away || (!leads && isUnderWay(meeting))) && (
        <Button size="small" appearance={away ? "primary" : "secondary"} {...way} />
      )}
    </div>
  );
}

function followWords({ away, leads, meeting }: Room): string {
  if (meeting.ended !== undefined) return "The meeting has ended";
  if (away) return "Looking around";
  if (leads) return meeting.now ? "Everyone follows you" : "You are in the chair";
  return meeting.now ? "Following the Chair" : `${meeting.chair.name} will begin`;
}
