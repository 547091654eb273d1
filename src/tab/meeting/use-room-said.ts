import { speakForStage, useOneVoice } from "#tab/live/one-voice.ts";
import { useAnnounce } from "#tab/notice/Announcer.tsx";
import { usePorts } from "#tab/ports/ports.ts";
import { useEffect, useRef } from "react";
import { type Place, type Room, shownAt } from "./room.ts";

type Heard = Pick<Room, "view" | "meeting" | "place" | "away" | "leads" | "records">;

/**
 * Whoever listens instead of looking hears where the group is or they look themselves, who takes the chair, whether they
 * record, and the end.
 */
export function useRoomSaid(room: Heard): void {
  const announce = useAnnounce();
  const { frame } = usePorts().host;
  useEffect(() => (frame === "side-panel" ? speakForStage() : undefined), [frame]);
  const later = [chairWords(room), recordWords(room), endWords(room)];
  // Who comes in is told where the group is; the rest stands on the page.
  useFresh([groupWords(room), ...later], ["", ...later], useOneVoice());
  useFresh([ownWords(room)], [ownWords(room)], announce);
}

/** Says those of the lines that are others than before, in one breath; what they are at `first` is known. */
function useFresh(
  lines: readonly string[],
  first: readonly string[],
  say: (words: string) => void,
): void {
  const last = useRef(first);
  useEffect(() => {
    const fresh = lines.filter((line, index) => line !== "" && line !== last.current[index]);
    last.current = lines;
    if (fresh.length > 0) say(fresh.join(" "));
  });
}

function groupWords({ view, meeting, place, leads }: Heard): string {
  const where = placeWords(view, leads ? place : meeting.now);
  return where === "" || meeting.ended !== undefined ? "" : `Now discussing ${where}.`;
}

function ownWords({ view, place, away }: Heard): string {
  if (!away) return "You are back with the group.";
  return `You look around, at ${placeWords(view, place) || "the agenda"}.`;
}

/** "recommendation 1.2, action 3" */
function placeWords(view: Heard["view"], place: Place | undefined): string {
  const shown = shownAt(view, place);
  if (!shown) return "";
  const action = shown.actions.find((each) => each.action.id === place?.actionId);
  return `recommendation ${shown.recommendation.ref}${action ? `, action ${action.place}` : ""}`;
}

function chairWords({ leads, meeting: { chair, ended } }: Heard): string {
  if (ended !== undefined) return "";
  return leads ? "You are in the chair." : `${chair.name} is in the chair.`;
}

function recordWords({ records, meeting }: Heard): string {
  if (meeting.ended !== undefined) return "";
  return records ? "You write down what is said." : "You do not write down what is said any more.";
}

function endWords({ meeting }: Heard): string {
  return meeting.ended === undefined ? "" : "The meeting has ended.";
}
