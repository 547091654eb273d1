import { ActionDrawer } from "#tab/action/ActionDrawer.tsx";
import { MissingDrawer } from "#tab/frame/MissingDrawer.tsx";
import type { ViewProps } from "#tab/frame/view-props.ts";
import { RecommendationDrawer } from "#tab/recommendation/RecommendationDrawer.tsx";
import { useState } from "react";
import type { Group } from "./group.ts";
import { actionKey } from "./plan-rows.ts";
import type { ActionView, PlanView } from "./plan-view.ts";

interface OpenDrawerProps {
  readonly place: string;
  readonly view: PlanView;
  readonly groups: readonly Group[];
  readonly onGo: (key: string) => void;
  readonly onClose: () => void;
  readonly onSaved: ViewProps["onSaved"];
}

/** The drawer for an address. Loaded after the plan is painted. */
export function OpenDrawer({ place, view, groups, ...on }: OpenDrawerProps) {
  const id = Number(place.split("/").at(1));
  const shown = useLastShown(
    place,
    view.actions.get(place.startsWith("action/") ? id : Number.NaN),
  );
  if (place.startsWith("recommendation/")) {
    const found = view.recommendations.find(({ recommendation }) => recommendation.id === id);
    if (found) return <RecommendationDrawer plan={view} view={found} {...on} />;
  }
  const action = shown?.action;
  if (!action) return <MissingDrawer place={place} onClose={on.onClose} />;
  return (
    <ActionDrawer
      plan={view}
      view={action}
      removed={!view.actions.has(id)}
      {...neighbours(groups, place)}
      {...on}
    />
  );
}

/** What is open stays open as it was last seen, with what was typed, when it is taken out of the plan. */
function useLastShown(place: string, action: ActionView | undefined) {
  const [last, setLast] = useState<{ readonly place: string; readonly action: ActionView }>();
  const shown = action ? { place, action } : last;
  if (shown && shown.action !== last?.action) setLast(shown);
  return shown?.place === place ? shown : undefined;
}

/** The actions before and after it among those that are shown. */
function neighbours(groups: readonly Group[], place: string) {
  const keys = groups.flatMap(({ actions }) => actions.map(({ action }) => actionKey(action.id)));
  const at = keys.indexOf(place);
  return { previous: at > 0 ? keys[at - 1] : undefined, next: at < 0 ? keys[0] : keys[at + 1] };
}
