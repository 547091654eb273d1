import { onceTouched } from "#tab/frame/once-touched.ts";
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
  // Before it is opened, for the connection may be lost by then; but not with the first screen. Where it cannot be fetched
  // now, it is fetched when it is opened.
  useEffect(() => onceTouched(() => void loadDrawer().catch(() => undefined)), []);
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
