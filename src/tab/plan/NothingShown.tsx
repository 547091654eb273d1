import { Notice } from "#tab/notice/Notice.tsx";
import { Button } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons";
import { focusCount } from "#tab/filter/focus-count.ts";
import { narrowsActions, noFilter, type PlanFilter } from "#tab/filter/plan-filter.ts";

interface NothingShownProps {
  readonly filter: PlanFilter;
  readonly onClear: (filter: PlanFilter) => void;
}

/** A search or filters that find nothing. */
export function NothingShown({ filter, onClear }: NothingShownProps) {
  const search = filter.search.trim();
  function clear(): void {
    onClear(noFilter);
    focusCount();
  }
  return (
    <Notice
      icon={SearchRegular}
      title={
        search === "" ? "No action fits all the filters" : `Nothing matches “${briefly(search)}”`
      }
      actions={<Button onClick={clear}>Show the whole plan</Button>}
    >
      {whatToDo(search, narrowsActions(filter))}
    </Notice>
  );
}

function whatToDo(search: string, filtered: boolean): string {
  if (search === "") return "Take one of them away, or show the whole plan.";
  return filtered
    ? "Only what the other filters let through is searched. Try fewer words, or show the whole plan."
    : "Search looks in the text, the numbers, the agencies and the leads.";
}

/** Somebody may have pasted a page into the search. */
function briefly(words: string): string {
  return words.length > 80 ? `${words.slice(0, 79)}…` : words;
}
