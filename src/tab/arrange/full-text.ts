import { useKeptChoice } from "./kept-choice.ts";

const yesOrNo = {
  read: (text: string | null) => text === "yes",
  write: (full: boolean) => (full ? "yes" : "no"),
};

/** Whether rows show all of their words, however many lines that takes. */
export function useFullText(): readonly [boolean, (full: boolean) => void] {
  return useKeptChoice("plan.full-text", yesOrNo);
}
