import { type RefObject, useEffect, useRef } from "react";
import type { Form } from "./use-form.ts";

/**
 * The focus goes to what is wrong when a first problem appears, or another one becomes the first. Why something was not
 * saved comes into view.
 */
export function useProblemFocus<W extends object>(
  element: RefObject<HTMLFormElement | null>,
  { problems, save }: Pick<Form<W>, "problems" | "save">,
): void {
  useFocusOnProblem(element, Object.keys(problems)[0], save.phase);
  useSeenProblem(element, save.phase);
}

function useFocusOnProblem(
  form: RefObject<HTMLFormElement | null>,
  problem: string | undefined,
  phase: string,
): void {
  const shown = useRef<string>(undefined);
  useEffect(() => {
    if (problem === shown.current) return;
    shown.current = problem;
    if (problem !== undefined && phase === "typing") focusFirstProblem(form.current);
  }, [form, problem, phase]);
}

/**
 * Why it was not saved comes into view; on a phone it would stand below what is seen. Where a choice has to be made
 * first, the focus goes there.
 */
function useSeenProblem(form: RefObject<HTMLFormElement | null>, phase: string): void {
  useEffect(() => {
    if (phase !== "failed" && phase !== "doubt") return;
    if (!focusFirstProblem(form.current))
      form.current?.querySelector(".pane-save, [role=alert]")?.scrollIntoView({ block: "nearest" });
  }, [form, phase]);
}

/** To the first field that has to be looked at again; false where there is none. */
export function focusFirstProblem(form: HTMLFormElement | null): boolean {
  const [found] =
    form?.querySelectorAll<HTMLElement>(
      "[aria-invalid=true]:not([role=radiogroup]), [role=radiogroup][aria-invalid=true] input",
    ) ?? [];
  found?.focus();
  return found !== undefined;
}

/** Back to the button that saves. */
export function focusSave(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>("[type=submit]")?.focus();
}
