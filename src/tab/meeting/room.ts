import type { Finding } from "#plan/checks.ts";
import type { AgendaItem, Meeting, MeetingPlace } from "#plan/meeting.ts";
import type { Minutes } from "#plan/minutes.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import type { PlanView, RecommendationView } from "#tab/rows/plan-view.ts";
import type { Led } from "#usecases/meeting/lead-meeting.ts";
import type { MeetingStore } from "#usecases/ports/meetings.ts";
import { createContext, use } from "react";
import type { FollowState } from "./meeting-follower.ts";

/** A place in the meeting: what is discussed, or what somebody looks at. */
export type Place = Omit<MeetingPlace, "since">;

/** A meeting as one person is in it, for all its panels. */
export interface Room extends FollowState {
  readonly view: PlanView;
  readonly store: MeetingStore;
  /** What the checks find in the plan; undefined until they have run for the first time. */
  readonly findings: readonly Finding[] | undefined;
  /** What the minutes would say now. */
  readonly said: Minutes;
  /** They are the chair, and where they go everybody goes. */
  readonly leads: boolean;
  /** They write down what is said. */
  readonly records: boolean;
  /** What this person sees; nothing before the meeting has begun. */
  readonly place: Place | undefined;
  /** They look around by themselves. */
  readonly away: boolean;
  /** Takes everybody there, or, where they are not the chair, only this person. */
  readonly go: (place: Place) => void;
  readonly lookAround: () => void;
  readonly back: () => void;
  /** Does something to the meeting and shows what became of it; what failed is `problem`. */
  readonly act: (change: (led: Led) => Promise<Meeting>) => Promise<boolean>;
  readonly busy: boolean;
  readonly problem: unknown;
  readonly latest: ViewProps["latest"];
  readonly onSaved: ViewProps["onSaved"];
  /** Brings what was noted up to date, after this person noted something. */
  readonly check: () => Promise<void>;
  readonly onGo: ViewProps["onGo"];
}

export const RoomContext = createContext<Room | undefined>(undefined);

export function useRoom(): Room {
  const room = use(RoomContext);
  if (!room) throw new Error("No meeting: render inside RoomContext.");
  return room;
}

/** The recommendation at that place. */
export function shownAt(view: PlanView, place: Place | undefined): RecommendationView | undefined {
  return view.recommendations.find(
    ({ recommendation }) => recommendation.id === place?.recommendationId,
  );
}

export function placeOfItem({ id, recommendationId, actionId }: AgendaItem): Place {
  return { agendaItem: id, recommendationId, ...(actionId === undefined ? {} : { actionId }) };
}

/** "2.1"; nothing for a recommendation that is no longer in the plan. */
export function refOf({ recommendations }: PlanView, recommendationId: number | undefined): string {
  const found = recommendations.find(
    ({ recommendation }) => recommendation.id === recommendationId,
  );
  return found?.recommendation.ref ?? "";
}
