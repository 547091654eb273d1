import { columns } from "./columns.ts";
import { useKeptChoice } from "./kept-choice.ts";

const mayHide: ReadonlySet<string> = new Set(
  columns.flatMap(({ id, needed }) => (needed ? [] : id)),
);

const ids = {
  read: (text: string | null): ReadonlySet<string> =>
    new Set(text?.split(" ").filter((word) => mayHide.has(word))),
  write: (hidden: ReadonlySet<string>) => [...hidden].join(" "),
};

/** Which columns the reader hid. */
export function useHiddenColumns(): readonly [
  ReadonlySet<string>,
  (hidden: ReadonlySet<string>) => void,
] {
  return useKeptChoice("plan.hidden-columns", ids);
}
