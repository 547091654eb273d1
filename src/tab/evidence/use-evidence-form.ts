import type { EvidenceLink } from "#plan/record.ts";
import { type Form, type FormKind, type Problems, useForm } from "#tab/form/use-form.ts";
import { typedIn } from "#usecases/append-statement.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { askIfInDoubt } from "#usecases/words-to-save.ts";
import { type EvidenceItem, evidenceLinks, evidenceProblem } from "./evidence-items.ts";
import { type Uploads, useUploads } from "./use-uploads.ts";

interface WithEvidence {
  readonly agency?: string | undefined;
  readonly note: string;
  readonly evidence: EvidenceItem[];
}

interface EvidenceFormKind<W extends WithEvidence> extends Omit<FormKind<W>, "problems" | "save"> {
  /** What is wrong beside the evidence. */
  readonly problems: (words: W) => Problems<W>;
  readonly save: (
    words: W,
    key: string,
    said: { readonly evidence: readonly EvidenceLink[]; readonly sure: boolean },
  ) => Promise<{ readonly id: number }>;
}

/** A form of an agency's statement with evidence: saving it uploads its files first; of an action where one is named. */
export function useEvidenceForm<W extends WithEvidence>(
  open: OpenPlan,
  actionId: number | undefined,
  kind: EvidenceFormKind<W>,
): { readonly form: Form<W>; readonly uploads: Uploads } {
  const uploads = useUploads(open, actionId);
  const form = useForm<W>(open, {
    ...kind,
    problems: (words) => {
      const problem = evidenceProblem(words.evidence, uploads.bytesOf);
      return { ...kind.problems(words), ...(problem === undefined ? {} : { evidence: problem }) };
    },
    async save(words, key, { sure, alter, refuseIfRemoved }) {
      // Before files go up that nobody could take away again.
      askIfInDoubt({ sure }, ...typedIn(words.note, words.evidence));
      let items: readonly EvidenceItem[] = words.evidence;
      await uploads.send(items, words.agency ?? "", (id, change) => {
        const changed = (item: EvidenceItem) => (item.id === id ? { ...item, ...change } : item);
        items = items.map(changed);
        alter((now) => ({ ...now, evidence: now.evidence.map(changed) }));
      });
      if (items.some((item, index) => item !== words.evidence[index])) await refuseIfRemoved();
      return kind.save(words, key, { evidence: evidenceLinks(items), sure });
    },
  });
  return { form, uploads };
}
