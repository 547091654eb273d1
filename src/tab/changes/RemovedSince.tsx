import type { IsoDate } from "#plan/iso-date.ts";
import type { WholePlan } from "#plan/plan-on-date.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { Link } from "@fluentui/react-components";
import { RemovalsTrouble } from "./RemovalsTrouble.tsx";
import { removedIn } from "./removed-in.ts";
import { takenOut } from "./removed-words.ts";
import { useRemovals } from "./use-removals.ts";

interface RemovedSinceProps extends Pick<ViewProps, "onView"> {
  readonly whole: WholePlan;
  readonly day: IsoDate;
  readonly today: IsoDate;
  /** Short name; empty for all. */
  readonly agency: string;
}

/** Over the plan on a day: what may have stood in it and cannot be shown, because it was deleted later. */
export function RemovedSince({ whole, day, today, agency, onView }: RemovedSinceProps) {
  const { read, error } = useRemovals(whole);
  const { ofPlan } = removedIn(read, { from: day, to: today, agency });
  const query = new URLSearchParams({ from: day, kind: "removed" }).toString();
  return (
    <>
      <RemovalsTrouble error={error} />
      {ofPlan.length > 0 && (
        <p className="changes-removed">
          {takenOut(ofPlan)} This was after that day, so it is missing below.{" "}
          <Link as="button" inline onClick={() => onView("changes", query)}>
            What was taken out
          </Link>
        </p>
      )}
    </>
  );
}
