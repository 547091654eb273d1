/** The three looks that Teams has. */
export type ThemeName = "default" | "dark" | "contrast";

/** The Teams client around the tab, as far as the tab's screens need it. */
export interface Host {
  /** `action/12` or `recommendation/3`, where a link led here. */
  readonly subPageId: string | undefined;
  readonly themes: {
    readonly current: () => ThemeName;
    /** Calls the listener at every change; the answer ends that. */
    readonly subscribe: (listener: () => void) => () => void;
  };
  /** Tells Teams that the tab can be used, so that it takes its own waiting screen away. */
  usable(): void;
  /** A link that opens this tab at that place: on the clipboard, or in Teams' own dialog where the browser refuses. */
  copyLink(subPageId: string, label: string): Promise<"copied" | "offered">;
}
