/** The three looks that Teams has. */
export type ThemeName = "default" | "dark" | "contrast";

export interface LinkTarget {
  readonly planId: number;
  /** `action/12` */
  readonly place: string;
}

/** Teams' question, when a tab is added to a channel or set up anew: which plan is it to show? */
export interface TabSettings {
  /** The plan that the tab shows so far; undefined for a new tab. */
  readonly planId: () => Promise<number | undefined>;
  /** Answers, so that Save in Teams' dialog saves this; undefined takes the answer, and the Save, away. */
  readonly answer: (tab: { readonly planId: number; readonly name: string } | undefined) => void;
}

/** Where in Teams the page is: a channel's tab, or beside or on the stage of a meeting. */
export type HostFrame = "tab" | "side-panel" | "stage";

interface Stage {
  readonly mayShare: () => Promise<boolean>;
  /** Puts a page of the tab there, for everybody. Throws UnavailableError where Teams refuses. */
  readonly share: (url: URL) => Promise<void>;
}

interface ThreadPlace {
  readonly conversation: string;
  readonly message: string;
  readonly deepLink: string;
}

/** What a thread is about: the place in the plan, and how it is called. */
interface ThreadSubject extends LinkTarget {
  readonly title: string;
}

/** The Teams client around the tab, as far as the tab's screens need it. */
export interface Host {
  /** `plan/1/action/12`, `recommendation/3` and so on, where a link led here; `meeting` in a meeting. */
  readonly subPageId: string | undefined;
  readonly frame: HostFrame;
  /** The stage of the meeting beside which this is open; undefined elsewhere. */
  readonly stage: Stage | undefined;
  /** Where Teams shows the page to set up a tab; undefined in the tab itself. */
  readonly settings: TabSettings | undefined;
  readonly themes: {
    readonly current: () => ThemeName;
    /** Calls the listener at every change; the answer ends that. */
    readonly subscribe: (listener: () => void) => () => void;
  };
  /** Whether Teams shows the tab: one that was left it may keep for a while, out of sight in a way no browser tells. */
  readonly presence: {
    readonly current: () => boolean;
    /** Calls the listener at every change; the answer ends that. */
    readonly subscribe: (listener: () => void) => () => void;
  };
  /** Tells Teams that the tab can be used, so that it takes its own waiting screen away; any time but the first, nothing. */
  usable(): void;
  /** Tells Teams that the tab has nothing to show but what is wrong. */
  troubled(why: unknown): void;
  /** Asks at Teams' own way back; true where there was something to go back to. The answer ends that. */
  onBack(goBack: () => boolean): () => void;
  /** A link that opens that plan at that place: on the clipboard, or in Teams' own dialog where the browser refuses. */
  copyLink(to: LinkTarget, label: string): Promise<"copied" | "offered">;
  /** Opens a thread of a channel: beside the tab where this Teams can, and tells when it is closed; else in its place. */
  openThread(thread: ThreadPlace, about: ThreadSubject, onClosed: () => void): Promise<void>;
}
