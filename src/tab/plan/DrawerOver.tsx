import { oncePainted } from "#tab/frame/once-painted.ts";
import type { ViewProps } from "#tab/frame/view-props.ts";
import { lazy, Suspense, useEffect } from "react";
import type { Group } from "./group.ts";

const loadDrawer = () => import("./OpenDrawer.tsx");
const OpenDrawer = lazy(async () => ({ default: (await loadDrawer()).OpenDrawer }));

interface DrawerOverProps extends Pick<ViewProps, "view" | "place" | "onGo" | "onSaved"> {
  /** What is shown behind it: the drawer leads to the action before and after among these. */
  readonly groups: readonly Group[];
}

/** What the address opens, in the drawer over a view. */
export function DrawerOver({ place, onGo, ...props }: DrawerOverProps) {
  // Beforehand, for it is opened sooner or later; but not before the rows.
  useEffect(() => oncePainted(() => void loadDrawer()), []);
  function close(): void {
    onGo(undefined);
    if (place !== undefined) focusRow(place);
  }
  return (
    <Suspense>
      {place !== undefined && <OpenDrawer {...props} {...{ place, onGo }} onClose={close} />}
    </Suspense>
  );
}

/** Back to where the reader was, once the drawer has gone. */
function focusRow(key: string): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`)?.focus(),
  );
}
