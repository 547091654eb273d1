import { dayOf } from "#plan/iso-date.ts";
import { useVersions } from "#tab/changes/use-versions.ts";
import { usePorts } from "#tab/ports/ports.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { ViewSkeleton } from "#tab/layout/ViewSkeleton.tsx";
import { Submission } from "#tab/versions/Submission.tsx";
import { Versions } from "#tab/versions/Versions.tsx";
import { HandOver } from "./HandOver.tsx";
import "#tab/layout/cards.css";
import "./papers.css";

/** What is handed over to boards and committees, the plan's versions, and whether it was sent to its regulator. */
export function PapersView(props: ViewProps) {
  const { now } = usePorts();
  const today = dayOf(now());
  const versions = useVersions(props.view.open.plan);
  if (!versions) return <ViewSkeleton name="Papers" />;
  return (
    <div className="cards papers">
      <HandOver {...props} versions={versions} today={today} />
      <Submission {...props} today={today} />
      <Versions {...props} versions={versions} today={today} />
    </div>
  );
}
