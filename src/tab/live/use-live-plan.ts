import { useAnnounce } from "#tab/notice/Announcer.tsx";
import { usePorts } from "#tab/ports/ports.ts";
import type { PlanView } from "#tab/rows/plan-view.ts";
import { trouble } from "#tab/notice/trouble-words.ts";
import type { Entry } from "#plan/record.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { type Changes, describeChanges, entryName, noChanges } from "./describe-changes.ts";
import { livePlan, type LiveState } from "./live-plan.ts";
import { News } from "./news.ts";
import { useOneVoice } from "./one-voice.ts";
import { surroundingsOf } from "./surroundings.ts";
import { viewsInTurn } from "./views-in-turn.ts";

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
  /** What is known at this moment: SharePoint is asked where that was some time ago. */
  readonly latest: () => Promise<LiveState>;
  /** Lets the plan stand as it is until the answer is called. */
  readonly hold: () => () => void;
}

/** Milliseconds after which what SharePoint last said is not of this moment: one look later than usual. */
const freshMs = 6000;

/** Milliseconds that somebody is kept waiting for that. */
const longestMs = 5000;

/** The plan as it stands now, what has just changed in it, and polite words about that. */
export function useLivePlan(first: OpenPlan): FollowedPlan {
  const { plans, host, now } = usePorts();
  const [followed] = useState(() =>
    livePlan(plans, first, surroundingsOf(window, host.presence, now)),
  );
  const live = useSyncExternalStore(followed.subscribe, followed.current);
  const [viewOf] = useState(viewsInTurn);
  const view = viewOf(live.open);
  const [saved] = useState(() => new Set<string>());
  const changes = useChanges(viewOf(live.before), view, saved);
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
  const latest = useCallback(async () => {
    const { checkedAt, trouble: what } = followed.current();
    const isOld = now().getTime() - checkedAt.getTime() > freshMs;
    if (isOld || what !== undefined)
      await Promise.race([
        followed.check(),
        new Promise((resolve) => setTimeout(resolve, longestMs)),
      ]);
    return followed.current();
  }, [followed, now]);
  return {
    live,
    view,
    changed: changes.keys,
    check: followed.check,
    onSaved,
    latest,
    hold: followed.hold,
  };
}

function useChanges(before: PlanView, view: PlanView, saved: ReadonlySet<string>): Changes {
  const tell = useNews();
  const changes = useMemo(
    () => (before === view ? noChanges : describeChanges(before, view, saved)),
    [before, view, saved],
  );
  const [over, setOver] = useState<Changes>();
  useEffect(() => {
    if (changes === noChanges) return undefined;
    tell(view.scheme, changes);
    const timer = setTimeout(() => setOver(changes), markedMs);
    return () => clearTimeout(timer);
  }, [tell, view.scheme, changes]);
  return over === changes ? noChanges : changes;
}

/** Says what others change. */
function useNews(): News["add"] {
  const say = useOneVoice();
  const [news] = useState(() => new News(say));
  useEffect(() => () => news.stop(), [news]);
  return news.add;
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
