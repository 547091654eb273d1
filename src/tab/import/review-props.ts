import type { DocumentColumn } from "#documents/plan-document.ts";
import type { PlanView } from "#tab/rows/plan-view.ts";
import type { Said, Understood } from "./use-import.ts";
import type { Write } from "./write.ts";

/** What is looked through before anything of it is saved. */
export interface ReviewProps extends Understood {
  /** The plan that is open, if any. */
  readonly view: PlanView | undefined;
  readonly onSay: (said: Said) => void;
  readonly onBack: () => void;
  readonly onWrite: (write: Write) => void;
}

/** The same of what it becomes: a plan of its own, or news for one. */
export interface TargetProps extends Pick<
  ReviewProps,
  "file" | "document" | "groups" | "plans" | "onBack" | "onWrite"
> {
  /** What its columns mean, where that is to be kept for the next document. */
  readonly keep: readonly DocumentColumn[] | undefined;
}
