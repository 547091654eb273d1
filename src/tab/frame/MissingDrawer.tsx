import { Notice } from "./Notice.tsx";
import { PlanDrawer } from "./PlanDrawer.tsx";
import { DocumentSearchRegular } from "@fluentui/react-icons";

/** A link led to something that is not in this plan. */
export function MissingDrawer({ place, onClose }: { place: string; onClose: () => void }) {
  return (
    <PlanDrawer
      place={place}
      where="This link"
      title="Not in this plan"
      state={null}
      buttons={null}
      onClose={onClose}
    >
      <Notice icon={DocumentSearchRegular} title="What the link points to is not here">
        It may stand in another plan, or it was taken out of this one. Close this to read the plan.
      </Notice>
    </PlanDrawer>
  );
}
