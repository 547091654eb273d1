import { DoubtError } from "#plan/errors.ts";
import { usePorts } from "#tab/ports/ports.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { useRef, useState } from "react";
import { isOther, ReadsOtherwiseError, useReading } from "./reads-otherwise.ts";
import { type Draft, type DraftKind, useDraft } from "./use-draft.ts";

export type SaveState =
  | { readonly phase: "typing" }
  | { readonly phase: "saving" }
  /** Stopped by the person, while files were on their way. */
  | { readonly phase: "stopped" }
  /** What was typed may identify somebody; pressed again, it is saved as it is. */
  | { readonly phase: "doubt"; readonly error: DoubtError }
  | { readonly phase: "failed"; readonly error: unknown }
  /** Signed in again after that was what saving failed for. */
  | { readonly phase: "signed-in" }
  | { readonly phase: "saved"; readonly at: Date };

/** The fields that somebody has to look at again, in the order of the form, and why. */
export type Problems<W> = { readonly [Field in keyof W]?: string };

export interface FormKind<W extends object> extends DraftKind<W> {
  readonly problems: (words: W) => Problems<W>;
  /** It changes what it is about, and settles itself what somebody else changed there meanwhile. */
  readonly rewrites?: true;
  /** Saves once a key, however often it is tried. */
  readonly save: (words: W, key: string, how: Saving<W>) => Promise<{ readonly id: number }>;
}

export interface Saving<W> {
  /** The person was asked about these words, and saves them as they are. */
  readonly sure: boolean;
  /** Changes the words by what is known only on the way. */
  readonly alter: (change: (now: W) => W) => void;
  /** To be asked again before what takes long is followed by what counts. Throws RefusedError. */
  readonly refuseIfRemoved: () => Promise<void>;
}

export interface Form<W extends object> {
  readonly words: W;
  readonly problems: Problems<W>;
  readonly save: SaveState;
  /** A draft of an earlier visit was found. */
  readonly restored: boolean;
  /** What was typed is there again after a reload; else this browser keeps nothing for us. */
  readonly lasts: boolean;
  /** How what it is about read when somebody began to write, where that reads otherwise now. */
  readonly readBefore: string | undefined;
  /** What the same person typed here in other tabs, and did not save. */
  readonly others: readonly Draft<W>[];
  /** Puts those words into the form; what stands in it is among the others then. */
  readonly use: (other: Draft<W>) => void;
  readonly change: (words: Partial<W> | ((now: W) => Partial<W>)) => void;
  /** The id of what was saved; undefined where something is missing or saving failed. */
  readonly submit: () => Promise<number | undefined>;
  /** Saving may be tried again. */
  readonly onSignedIn: () => void;
}

/**
 * A form whose words are kept with every letter and forgotten only once SharePoint has answered. The same words are
 * sent with the same key, so that a second try cannot save a second time. What is typed while it saves stays in the form.
 */
export function useForm<W extends object>(open: OpenPlan, kind: FormKind<W>): Form<W> {
  const { newKey, now } = usePorts();
  const { draft, latest, become, ...kept } = useDraft(open, kind);
  const [save, setSave] = useState<SaveState>({ phase: "typing" });
  const [checked, setChecked] = useState(false);
  /** Something was typed since Save was last pressed. */
  const typedOn = useRef(false);
  const sure = useRef(false);

  const { reads, refuseIfRemoved, refuseIfOther } = useReading(kind);
  const alter = (next: (now: W) => W) =>
    become({ ...latest.current, words: next(latest.current.words) });
  const change: Form<W>["change"] = (more) => {
    const { key, words, about = reads } = latest.current;
    const next = { ...words, ...(typeof more === "function" ? more(words) : more) };
    // A try whose answer was lost may have been saved: other words since then are another statement, after a reload too.
    become({ key: typedOn.current ? key : newKey(), words: next, about });
    typedOn.current = true;
    sure.current = false;
    setSave((state) => (state.phase === "saving" ? state : { phase: "typing" }));
  };
  async function submit(): Promise<number | undefined> {
    setChecked(true);
    const { key, words, about } = latest.current;
    if (save.phase === "saving" || hasProblem(kind.problems(words))) return undefined;
    setSave({ phase: "saving" });
    typedOn.current = false;
    try {
      await refuseIfOther(about);
      const { id } = await kind.save(words, key, { sure: sure.current, alter, refuseIfRemoved });
      become({ key: newKey(), words: typedOn.current ? latest.current.words : kind.empty });
      setChecked(false);
      sure.current = false;
      setSave({ phase: "saved", at: now() });
      return id;
    } catch (error) {
      // Words that came while it was tried are to be asked about by themselves.
      sure.current = isAboutWords(error) ? !typedOn.current : sure.current;
      setSave(notSaved(error));
      return undefined;
    }
  }
  return {
    words: draft.words,
    problems: checked ? kind.problems(draft.words) : {},
    save,
    readBefore: isOther(draft.about, reads) ? draft.about : undefined,
    ...kept,
    change,
    submit,
    onSignedIn: () => setSave({ phase: "signed-in" }),
  };
}

function isAboutWords(error: unknown): boolean {
  return error instanceof DoubtError && !(error instanceof ReadsOtherwiseError);
}

function notSaved(error: unknown): SaveState {
  if (error instanceof DoubtError) return { phase: "doubt", error };
  const stopped = error instanceof DOMException && error.name === "AbortError";
  return stopped ? { phase: "stopped" } : { phase: "failed", error };
}

function hasProblem(problems: object): boolean {
  return Object.values(problems).some((problem) => problem !== undefined);
}
