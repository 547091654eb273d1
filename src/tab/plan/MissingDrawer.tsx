import type { RemovedItem } from "#plan/removed.ts";
import { counted } from "#plan/words.ts";
import { changesQuery, removedName, whenAndWho } from "#tab/changes/removed-words.ts";
import { useRemovals } from "#tab/changes/use-removals.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { Button } from "@fluentui/react-components";
import { DeleteRegular, DocumentSearchRegular } from "@fluentui/react-icons";
import { useMemo } from "react";
import { Notice } from "#tab/notice/Notice.tsx";
import { PlanDrawer } from "#tab/drawer/PlanDrawer.tsx";
import type { ViewProps } from "#tab/live/view-props.ts";

interface MissingDrawerProps extends Pick<ViewProps, "onView"> {
  readonly open: OpenPlan;
  readonly place: string;
  readonly onClose: () => void;
}

/** A link led to something that is not in this plan, or not any more. */
export function MissingDrawer({ open, place, onView, onClose }: MissingDrawerProps) {
  const item = useRemovedAt(open, place);
  return (
    <PlanDrawer
      place={place}
      where="This link"
      title={item ? "Taken out" : "Not in this plan"}
      state={null}
      buttons={null}
      onClose={onClose}
    >
      {item ? (
        <Notice
          icon={DeleteRegular}
          title={`${removedName(item)} was taken out${whenAndWho(item)}`}
          actions={
            <Button onClick={() => onView("changes", changesQuery(item))}>
              See it among the changes
            </Button>
          }
        >
          {left(item)}
        </Notice>
      ) : (
        <Notice icon={DocumentSearchRegular} title="What the link points to is not here">
          It may stand in another plan. Close this to read the plan.
        </Notice>
      )}
    </PlanDrawer>
  );
}

/** What of it is left to be read. */
function left({ said }: RemovedItem): string {
  const bin =
    "An administrator of the SharePoint site finds it in the site’s recycle bin for 93 days, and can put it back.";
  if (said.length === 0) return bin;
  return `${counted(said.length, "entry", "entries")} in the record ${said.length === 1 ? "tells" : "tell"} what was said of it. ${bin}`;
}

function useRemovedAt(open: OpenPlan, place: string): RemovedItem | undefined {
  const whole = useMemo(() => ({ ...open, versions: [] }), [open]);
  const { read } = useRemovals(whole);
  const [what, id] = place.split("/");
  // An action goes with the recommendation that it stands under, though nobody deleted it.
  const orphan = what === "action" && open.actions.find((action) => String(action.id) === id);
  const key = orphan ? `recommendation/${orphan.recommendationId}` : place;
  return [...(read?.ofPlan ?? []), ...(read?.elsewhere ?? [])].find(
    (each) => `${each.what}/${each.id}` === key,
  );
}
