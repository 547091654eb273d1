import { accessDenied } from "../errors.ts";
import { right } from "../permissions/rights.ts";
import type { Session } from "../session.ts";
import { isLibrary, type List } from "../store/list.ts";

/** SP.ModerationStatusType. */
export const approval = { approved: 0, denied: 1, pending: 2, draft: 3 } as const;
export type Approval = (typeof approval)[keyof typeof approval];

/** What stands with an item that was just written: where approval is asked for it waits for it, as a draft or not. */
export function approvalOfChange({ settings, template }: List, kind: number): Approval {
  if (!settings.enableModeration || kind === 1) return approval.approved;
  const drafts = isLibrary({ template }) && settings.enableMinorVersions;
  return drafts ? approval.draft : approval.pending;
}

/**
 * Reads the approval that a client writes; undefined where the list asks for none or nothing was said.
 * Throws 403 where the caller may not approve.
 */
export function approvalWanted(session: Session, list: List, given: unknown): Approval | undefined {
  const wanted = Object.values(approval).find((status) => String(status) === String(given));
  if (!list.settings.enableModeration || wanted === undefined) return undefined;
  if (wanted !== approval.draft && wanted !== approval.pending)
    if (!session.access.can(list.scope, right.approveItems)) throw accessDenied();
  return wanted;
}
