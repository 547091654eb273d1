import { ActionDrawer } from "#tab/action/ActionDrawer.tsx";
import { RemovedNote, type RemovedWhat } from "#tab/action/RemovedNote.tsx";
import { MissingDrawer } from "./MissingDrawer.tsx";
import { subjectAt, SubjectOfForms } from "#tab/form/removed.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { RecommendationDrawer } from "#tab/recommendation/RecommendationDrawer.tsx";
import { useState } from "react";
import type { Group } from "#tab/rows/group.ts";
import { actionKey } from "#tab/rows/plan-rows.ts";
import type { ActionView, PlanView, RecommendationView } from "#tab/rows/plan-view.ts";

interface OpenDrawerProps {
  readonly place: string;
  readonly view: PlanView;
  readonly groups: readonly Group[];
  readonly onGo: (key: string) => void;
  readonly onClose: () => void;
  readonly onSaved: ViewProps["onSaved"];
  readonly onView: ViewProps["onView"];
  readonly live: ViewProps["live"];
  readonly latest: ViewProps["latest"];
}

/** The drawer for an address. Loaded after the plan is painted. */
export function OpenDrawer(props: OpenDrawerProps) {
  const { place, view, groups, live, latest, onView, ...on } = props;
  const found = live.trouble === "gone" ? undefined : foundAt(place, view);
  const shown = useLastShown(place, found);
  if (!shown) return <MissingDrawer open={view.open} {...{ place, onView }} onClose={on.onClose} />;
  const removed = !found && (
    <RemovedNote
      what={live.trouble === "gone" ? "plan" : removedWhat(shown, view)}
      onChanges={() => onView("changes", "kind=removed")}
    />
  );
  const { recommendation } = shown;
  const at = "actions" in shown ? { recommendation } : { recommendation, action: shown.action };
  return (
    <SubjectOfForms value={subjectAt(at, { open: view.open, removed: removed !== false }, latest)}>
      {"actions" in shown ? (
        <RecommendationDrawer plan={view} view={shown} {...{ removed }} {...on} />
      ) : (
        <ActionDrawer
          plan={view}
          view={shown}
          {...{ removed }}
          {...neighbours(groups, place)}
          {...on}
        />
      )}
    </SubjectOfForms>
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
