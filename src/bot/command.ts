import type { ReminderWish } from "#plan/reminders/when-to-remind.ts";
import type { Asked } from "./asked-actions.ts";

/** What somebody can write to the app. */
export type Command =
  | { readonly kind: "help" }
  | { readonly kind: "use-channel" }
  | { readonly kind: "mine" }
  /** Of one agency, as written; empty for all. */
  | { readonly kind: "overdue"; readonly agency: string }
  | { readonly kind: "challenge"; readonly agency: string }
  | { readonly kind: "discuss"; readonly ref: string }
  | ({ readonly kind: "actions" } & Asked)
  | { readonly kind: "reminders"; readonly change: Partial<ReminderWish> }
  | { readonly kind: "thanks" }
  | { readonly kind: "unknown" };
