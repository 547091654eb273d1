import { PlanError } from "#plan/errors.ts";

export type UnreadableReason =
  | "wrong-type"
  | "protected"
  | "corrupt"
  | "too-large"
  | "too-deep"
  | "unsafe";

/** The file as a whole cannot be read; the message is one sentence for the person who chose it. */
export class UnreadableDocumentError extends PlanError {
  readonly code = "unreadable-document";
  readonly reason: UnreadableReason;
  constructor(reason: UnreadableReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
