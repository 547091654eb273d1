import type { KeptDraft } from "#tab/ports/drafts.ts";
import { usePorts } from "#tab/ports/ports.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import * as v from "valibot";

export interface DraftKind<W extends object> {
  /** Which form, and what it is about: "rate action/11". Drafts are kept by it. */
  readonly name: string;
  /** What a kept draft has to be, to be put back into the form. */
  readonly schema: v.GenericSchema<unknown, W>;
  readonly empty: W;
}

/**
 * The words as they are now, kept with every change; `latest` has them before they are drawn. What another tab of this
 * browser has saved is taken out here, so that nobody says it twice; other words stay.
 */
export function useDraft<W extends object>(open: OpenPlan, kind: DraftKind<W>) {
  const { drafts, newKey } = usePorts();
  const place = { planId: open.plan.id, form: kind.name, loginName: open.me.loginName };
  const [kept] = useState(() => readAs(kind.schema, drafts.read(place)));
  const [others, setOthers] = useState(() => othersOf(kind, drafts.others(place), kept));
  const [draft, setDraft] = useState<Draft<W>>(() => kept ?? { key: newKey(), words: kind.empty });
  const latest = useRef(draft);
  const [lasts, setLasts] = useState(true);
  function become(next: Draft<W>): void {
    const isEmpty = JSON.stringify(next.words) === JSON.stringify(kind.empty);
    // Whoever begins anew writes about what they see then.
    latest.current = isEmpty ? { key: next.key, words: next.words } : next;
    setDraft(latest.current);
    if (isEmpty) drafts.forget(place);
    else setLasts(drafts.keep(place, latest.current));
  }
  const leave = useEffectEvent((words: unknown) => {
    if (inOrder(kind.schema, words) === inOrder(kind.schema, latest.current.words))
      become({ key: newKey(), words: kind.empty });
    // Other words stay, and are to survive a reload as they did before: both had one place in the storage.
    else become(latest.current);
  });
  /** What was typed in another tab comes into the form, and what stands in it goes to the others. */
  function use(other: Draft<W>): void {
    const own = latest.current;
    drafts.putAside(place, own);
    become(other);
    setOthers(othersOf(kind, drafts.others(place), other));
  }
  const { planId, form, loginName } = place;
  useEffect(
    () => drafts.onForgottenElsewhere({ planId, form, loginName }, leave),
    [drafts, planId, form, loginName],
  );
  return { draft, latest, restored: kept !== undefined, lasts, become, others, use };
}

/** As text, the fields in the order of the form, whichever was filled in first. */
function inOrder<W>(schema: v.GenericSchema<unknown, W>, words: unknown): string | undefined {
  const read = v.safeParse(schema, words);
  return read.success ? JSON.stringify(read.output) : undefined;
}

export interface Draft<W> {
  readonly key: string;
  readonly words: W;
  /** What it was written about, as that read when somebody began. */
  readonly about?: string | undefined;
}

/** Those that are something of this form, other than what stands in it. */
function othersOf<W extends object>(
  kind: DraftKind<W>,
  all: readonly KeptDraft[],
  shown: Draft<W> | undefined,
): readonly Draft<W>[] {
  const same = [kind.empty, shown?.words].map((words) => inOrder(kind.schema, words));
  return all
    .flatMap((each) => readAs(kind.schema, each) ?? [])
    .filter(({ words }) => !same.includes(inOrder(kind.schema, words)));
}

function readAs<W>(
  schema: v.GenericSchema<unknown, W>,
  found: KeptDraft | undefined,
): Draft<W> | undefined {
  const read = v.safeParse(schema, found?.words);
  return found && read.success
    ? { key: found.key, words: read.output, about: found.about }
    : undefined;
}
