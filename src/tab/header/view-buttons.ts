import type { ViewEntry } from "./views.ts";

/** The views that are offered as buttons. */
export function buttonsOf(views: readonly ViewEntry[]) {
  return views.flatMap(({ word, name, shown }) =>
    shown === "tab" ? [] : { word, name, Icon: shown.button },
  );
}

export type ViewButton = ReturnType<typeof buttonsOf>[number];
