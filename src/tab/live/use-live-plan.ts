import { useAnnounce } from "#tab/frame/Announcer.tsx";
import { usePorts } from "#tab/frame/ports.ts";
import { type PlanView, viewPlan } from "#tab/plan/plan-view.ts";
import { trouble } from "#tab/frame/trouble-words.ts";
import type { Entry } from "#plan/record.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { type Changes, describeChanges, entryName, noChanges } from "./describe-changes.ts";
import { LivePlan, type LiveState } from "./live-plan.ts";
import { surroundingsOf } from "./surroundings.ts";

/** Milliseconds that a row stays marked after somebody else changed it. */
const markedMs = 8000;

/** What the reader has saved; a bare number is an update's. */
export type Saved = Pick<Entry, "type" | "id"> | number;

export interface FollowedPlan {
  readonly live: LiveState;
  readonly view: PlanView;
  /** Keys of the actions that were changed a moment ago. */
  readonly changed: ReadonlySet<string>;
  readonly check: () => Promise<void>;
  /** Brings the plan up to date with what the reader has just saved, which is no news to them. */
  readonly onSaved: (saved?: Saved) => Promise<void>;
}

/** The plan as it stands now, what has just changed in it, and polite words about that. */
export function useLivePlan(first: OpenPlan): FollowedPlan {
  const { plans, host } = usePorts();
  const [followed] = useState(
    () => new LivePlan(plans, first, surroundingsOf(window, host.presence)),
  );
  const live = useSyncExternalStore(followed.subscribe, followed.current);
  const view = useMemo(() => viewPlan(live.open), [live.open]);
  const [saved] = useState(() => new Set<string>());
  const changes = useChanges(live, view, saved);
  useEffect(() => followed.follow(), [followed]);
  useTroubleSaid(live);
  const onSaved = useCallback(
    (entry?: Saved) => {
      if (entry !== undefined)
        saved.add(entryName(typeof entry === "number" ? { type: "update", id: entry } : entry));
      return followed.check();
    },
    [followed, saved],
  );
  return { live, view, changed: changes.keys, check: followed.check, onSaved };
}

function useChanges({ before }: LiveState, view: PlanView, saved: ReadonlySet<string>): Changes {
  const announce = useAnnounce();
  const changes = useMemo(
    () => (before === view.open ? noChanges : describeChanges(viewPlan(before), view, saved)),
    [before, view, saved],
  );
  const [over, setOver] = useState<Changes>();
  useEffect(() => {
    if (changes === noChanges) return undefined;
    if (changes.says !== undefined) announce(changes.says);
    const timer = setTimeout(() => setOver(changes), markedMs);
    return () => clearTimeout(timer);
  }, [announce, changes]);
  return over === changes ? noChanges : changes;
}

function useTroubleSaid({ trouble: what }: LiveState): void {
  const announce = useAnnounce();
  const said = useRef<LiveState["trouble"]>(undefined);
  useEffect(() => {
    if (what === said.current) return;
    said.current = what;
    announce(what === undefined ? "Connected again. The plan is up to date." : trouble[what]);
  }, [announce, what]);
}
