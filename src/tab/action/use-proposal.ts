import { usePorts } from "#tab/frame/ports.ts";
import { speaksFor } from "#plan/permissions.ts";
import type { Action } from "#plan/plan.ts";
import type { OpenPlan } from "#usecases/ports.ts";
import { proposeRating } from "#usecases/propose-rating.ts";
import { useState } from "react";
import { type Problems, problemsOf, proposalOf } from "./check-draft.ts";
import { type Draft, emptyDraft, isBlank } from "./draft.ts";

export type SaveState =
  | { readonly phase: "typing" }
  | { readonly phase: "saving" }
  | { readonly phase: "failed"; readonly error: unknown }
  /** Signed in again after that was what saving failed for. */
  | { readonly phase: "signed-in" }
  | { readonly phase: "saved"; readonly at: Date };

export interface ProposalForm {
  readonly speakers: readonly string[];
  readonly draft: Draft;
  readonly problems: Problems;
  readonly save: SaveState;
  /** A draft of an earlier visit was found. */
  readonly restored: boolean;
  readonly change: (words: Partial<Draft>) => void;
  /** The id of the saved update; undefined where something is missing or saving failed. */
  readonly submit: () => Promise<number | undefined>;
  /** Saving may be tried again. */
  readonly onSignedIn: () => void;
}

/**
 * What somebody proposes for an action. The draft is kept with every letter and forgotten only once SharePoint has
 * answered; its key stays the same until then, so that a second try cannot save a second update.
 */
export function useProposal(open: OpenPlan, action: Action): ProposalForm {
  const { record, drafts, newKey, now } = usePorts();
  const { plan, agencies, me } = open;
  const place = { planId: plan.id, actionId: action.id, loginName: me.loginName };
  const speakers = speaksFor(me, action);
  const fresh = () => emptyDraft(newKey(), speakers.length === 1 ? speakers[0] : undefined, now());
  const [kept] = useState(() => drafts.read(place));
  const [draft, setDraft] = useState(() => kept ?? fresh());
  const [save, setSave] = useState<SaveState>({ phase: "typing" });
  const [checked, setChecked] = useState(false);

  function change(words: Partial<Draft>): void {
    const next = { ...draft, ...words };
    setDraft(next);
    if (save.phase !== "saving") setSave({ phase: "typing" });
    if (isBlank(next)) drafts.forget(place);
    else drafts.keep(place, next);
  }
  async function submit(): Promise<number | undefined> {
    setChecked(true);
    if (save.phase === "saving" || Object.keys(problemsOf(draft)).length > 0) return undefined;
    setSave({ phase: "saving" });
    try {
      const said = { ...proposalOf(draft), key: draft.key };
      const { id } = await proposeRating(
        { record },
        { open: { plan, agencies, action, me }, ...said },
      );
      drafts.forget(place);
      setDraft(fresh());
      setChecked(false);
      setSave({ phase: "saved", at: now() });
      return id;
    } catch (error) {
      setSave({ phase: "failed", error });
      return undefined;
    }
  }
  const problems = checked ? problemsOf(draft) : {};
  const onSignedIn = () => setSave({ phase: "signed-in" });
  const restored = kept !== undefined;
  return { speakers, draft, problems, save, restored, change, submit, onSignedIn };
}
