import { useAnnounce } from "#tab/notice/Announcer.tsx";
import { type FormEvent, type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { focusFirstProblem, focusSave, showReason } from "./problem-focus.ts";
import { useSubject } from "./removed.ts";
import type { Form } from "./use-form.ts";

/**
 * Milliseconds from a field's reason to the focus on it. Browsers tell screen readers of both together where they come
 * within a frame or two, the focus first, and the reason is then read twice: with the field, and as news about it.
 */
const reasonFirstMs = 100;

interface Submit {
  /** For the form's element. */
  readonly element: {
    readonly ref: RefObject<HTMLFormElement | null>;
    readonly noValidate: true;
    readonly onSubmit: (event: FormEvent) => void;
  };
  /** Brings the reader to the button that saves. */
  readonly toSave: () => void;
}

/**
 * What a press on Save does: on with what was saved, or else to the first thing that has to be looked at again, and only
 * then. Whoever puts one right stays where they are until they press Save again.
 */
export function useSubmit<W extends object>(form: Form<W>, onSaved: (id: number) => void): Submit {
  const ref = useRef<HTMLFormElement>(null);
  const announce = useAnnounce();
  const { removed } = useSubject();
  const [refused, setRefused] = useState(0);
  const show = useEffectEvent(() => {
    const wrong = Object.values(form.problems).filter((problem) => problem !== undefined).length;
    if (wrong > 1) announce(`${wrong} things have to be looked at again.`);
    if (!focusFirstProblem(ref.current, announce)) showReason(ref.current);
  });
  useEffect(() => {
    if (refused === 0) return undefined;
    const timer = setTimeout(() => show(), reasonFirstMs);
    return () => clearTimeout(timer);
  }, [refused]);

  async function submit(): Promise<void> {
    if (removed) return;
    const saved = await form.submit();
    if (saved === undefined) setRefused((times) => times + 1);
    else onSaved(saved);
  }
  return {
    element: {
      ref,
      noValidate: true,
      onSubmit: (event) => {
        event.preventDefault();
        void submit();
      },
    },
    toSave: () => focusSave(ref.current),
  };
}
