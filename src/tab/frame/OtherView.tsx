import { allGroups } from "#tab/arrange/plan-groups.ts";
import { DrawerOver } from "#tab/plan/DrawerOver.tsx";
import { type ComponentProps, useMemo } from "react";
import { Arrived } from "./Arrived.tsx";
import { Unexpected } from "#tab/notice/Unexpected.tsx";
import { atOnce, useLater } from "#tab/later/use-later.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import type { ViewEntry } from "#tab/header/views.ts";
import { ViewSkeleton } from "#tab/layout/ViewSkeleton.tsx";

interface OtherViewProps extends ViewProps {
  readonly entry: ViewEntry;
  readonly onArrived: ComponentProps<typeof Arrived>["onArrived"];
}

/** One of the views beside the plan itself, with the drawer over it. */
export function OtherView({ entry, onArrived, ...props }: OtherViewProps) {
  const groups = useMemo(() => allGroups(props.view), [props.view]);
  return (
    <Unexpected>
      <View {...props} {...{ entry, onArrived }} />
      <DrawerOver {...props} groups={groups} />
    </Unexpected>
  );
}

function View({ entry, onArrived, ...props }: OtherViewProps) {
  const draw = useLater(entry.part, atOnce);
  if (!draw) return <ViewSkeleton name={entry.name} />;
  return (
    <>
      {draw(props)}
      <Arrived view={entry.word} onArrived={onArrived} />
    </>
  );
}
