import { allGroups } from "#tab/plan/plan-groups.ts";
import { DrawerOver } from "#tab/plan/DrawerOver.tsx";
import { Suspense, useMemo } from "react";
import { Unexpected } from "./Unexpected.tsx";
import type { ViewProps } from "./view-props.ts";
import type { ViewEntry } from "./views.ts";
import { ViewSkeleton } from "./ViewSkeleton.tsx";

/** One of the views beside the plan itself, with the drawer over it. */
export function OtherView({ entry, ...props }: ViewProps & { entry: ViewEntry }) {
  const groups = useMemo(() => allGroups(props.view), [props.view]);
  return (
    <Unexpected>
      <Suspense fallback={<ViewSkeleton name={entry.name} />}>
        <entry.Component {...props} />
      </Suspense>
      <DrawerOver {...props} groups={groups} />
    </Unexpected>
  );
}
