import { ActionDrawer } from "#tab/action/ActionDrawer.tsx";
import { RemovedNote, type RemovedWhat } from "#tab/action/RemovedNote.tsx";
import { MissingDrawer } from "#tab/frame/MissingDrawer.tsx";
import type { ViewProps } from "#tab/frame/view-props.ts";
import { RecommendationDrawer } from "#tab/recommendation/RecommendationDrawer.tsx";
import { useState } from "react";
import type { Group } from "./group.ts";
import { actionKey } from "./plan-rows.ts";
import type { ActionView, PlanView, RecommendationView } from "./plan-view.ts";

interface OpenDrawerProps {
  readonly place: string;
  readonly view: PlanView;
  readonly groups: readonly Group[];
  readonly onGo: (key: string) => void;
  readonly onClose: () => void;
  readonly onSaved: ViewProps["onSaved"];
  readonly onView: ViewProps["onView"];
}

/** The drawer for an address. Loaded after the plan is painted. */
export function OpenDrawer({ place, view, groups, onView, ...on }: OpenDrawerProps) {
  const found = foundAt(place, view);
  const shown = useLastShown(place, found);
  if (!shown) return <MissingDrawer open={view.open} {...{ place, onView }} onClose={on.onClose} />;
  const removed = !found && (
    <RemovedNote
      what={removedWhat(shown, view)}
      onChanges={() => onView("changes", "kind=removed")}
    />
  );
  if ("actions" in shown)
    return <RecommendationDrawer plan={view} view={shown} {...{ removed }} {...on} />;
  return (
    <ActionDrawer
      plan={view}
      view={shown}
      {...{ removed }}
      {...neighbours(groups, place)}
      {...on}
    />
  );
}

type Shown = ActionView | RecommendationView;

function foundAt(place: string, { actions, recommendations }: PlanView): Shown | undefined {
  const [what, number] = place.split("/");
  const id = Number(number);
  if (what === "action") return actions.get(id);
  if (what !== "recommendation") return undefined;
  return recommendations.find(({ recommendation }) => recommendation.id === id);
}

/** What is open stays open as it was last seen, with what was typed, when it is taken out of the plan. */
function useLastShown(place: string, found: Shown | undefined): Shown | undefined {
  const [last, setLast] = useState<{ readonly place: string; readonly found: Shown }>();
  if (found && (found !== last?.found || place !== last.place)) setLast({ place, found });
  return found ?? (last?.place === place ? last.found : undefined);
}

/** An action goes with the recommendation that it stands under, though nobody deleted it. */
function removedWhat(shown: Shown, { open }: PlanView): RemovedWhat {
  if ("actions" in shown) return "recommendation";
  return open.actions.some(({ id }) => id === shown.action.id) ? "its recommendation" : "action";
}

/** The actions before and after it among those that are shown. */
function neighbours(groups: readonly Group[], place: string) {
  const keys = groups.flatMap(({ actions }) => actions.map(({ action }) => actionKey(action.id)));
  const at = keys.indexOf(place);
  return { previous: at > 0 ? keys[at - 1] : undefined, next: at < 0 ? keys[0] : keys[at + 1] };
}
