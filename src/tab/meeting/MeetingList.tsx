import { dayOf, formatDate } from "#plan/iso-date.ts";
import type { Meeting } from "#plan/meeting.ts";
import { isUnderWay } from "#plan/meeting-rules.ts";
import { mayDecide, type Me } from "#plan/permissions.ts";
import { counted } from "#plan/words.ts";
import { Notice } from "#tab/notice/Notice.tsx";
import { timeInWords } from "#tab/words/words.ts";
import { Button, Link } from "@fluentui/react-components";
import { AddRegular, PeopleCommunityRegular } from "@fluentui/react-icons";
import { MeetingHeader } from "./MeetingHeader.tsx";

interface MeetingListProps {
  readonly meetings: readonly Meeting[];
  readonly me: Me;
  readonly onOpen: (id: number) => void;
  readonly onPlan: () => void;
  readonly onBack: (() => void) | undefined;
}

/** Every meeting of the plan, newest first. */
export function MeetingList({ meetings, me, onOpen, onPlan, onBack }: MeetingListProps) {
  const plan = mayDecide(me) && (
    <Button
      // Beside those that can be joined it is not what most people come for.
      appearance={meetings.length === 0 ? "primary" : "secondary"}
      icon={<AddRegular />}
      onClick={onPlan}
    >
      Plan a meeting
    </Button>
  );
  return (
    <div className="meet-page">
      <MeetingHeader title="Meetings" onBack={onBack} backTo="Back to the plan">
        {meetings.length > 0 && plan}
      </MeetingHeader>
      {meetings.length === 0 ? (
        <Notice icon={PeopleCommunityRegular} title="No meeting is planned yet" actions={plan}>
          {mayDecide(me)
            ? "Plan one: the checks fill its agenda, strongest first, and everybody follows it here and in the call."
            : "The peer-challenge group plans the meetings. You will find them here, and can follow them."}
        </Notice>
      ) : (
        <ul className="meet-list">
          {meetings.map((meeting) => (
            <Line key={meeting.id} meeting={meeting} onOpen={() => onOpen(meeting.id)} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Line({ meeting, onOpen }: { meeting: Meeting; onOpen: () => void }) {
  const { starts, chair, agenda, minutes } = meeting;
  const day = formatDate(dayOf(starts));
  return (
    <li className="meet-line">
      <div className="meet-line-words">
        <h2>
          {day}, {timeInWords(new Date(starts))}
        </h2>
        <p className="muted">
          {stateOf(meeting)} · {counted(agenda.length, "item")} · {chair.name} in the chair
        </p>
      </div>
      {minutes !== undefined && (
        <Link href={minutes} target="_blank" rel="noreferrer">
          Minutes<span className="said"> of {day}</span>
        </Link>
      )}
      <Button appearance={isUnderWay(meeting) ? "primary" : "secondary"} onClick={onOpen}>
        {isUnderWay(meeting) ? "Join" : "Open"}
        <span className="said">
          {" "}
          the meeting of {day}, {timeInWords(new Date(starts))}
        </span>
      </Button>
    </li>
  );
}

function stateOf(meeting: Meeting): string {
  if (meeting.ended !== undefined) return "Ended";
  return isUnderWay(meeting) ? "Under way" : "Planned";
}
