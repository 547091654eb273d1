import { counted, inFigures } from "#plan/words.ts";
import { SearchBox } from "@fluentui/react-components";

interface PlanSearchProps {
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  /** How many plans there are, and how many of them have the words. */
  readonly all: number;
  readonly found: number;
}

/** So many plans are looked through without a search. */
const few = 7;

/** Search as you type among many plans; how many are left is said. */
export function PlanSearch({ typed, onTyped, all, found }: PlanSearchProps) {
  if (all <= few) return null;
  return (
    <search className="plans-search">
      <SearchBox
        aria-label="Search the plans"
        placeholder="Place, name, regulator or year"
        value={typed}
        onChange={(_event, { value }) => onTyped(value)}
      />
      <output className="small muted">
        {typed.trim() === ""
          ? counted(all, "plan")
          : `${inFigures(found)} of ${counted(all, "plan")}`}
      </output>
    </search>
  );
}
