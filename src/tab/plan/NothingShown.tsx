import { Notice } from "#tab/frame/Notice.tsx";
import { Button } from "@fluentui/react-components";
import { DocumentSearchRegular, SearchRegular } from "@fluentui/react-icons";
import { focusCount } from "./focus-count.ts";
import { narrowsActions, noFilter, type PlanFilter } from "./plan-filter.ts";
import type { PlanView } from "./plan-view.ts";

interface NothingShownProps {
  readonly view: PlanView;
  readonly filter: PlanFilter;
  readonly onClear: (filter: PlanFilter) => void;
}

/** An empty plan, or a search that finds nothing in a full one. */
export function NothingShown({ view, filter, onClear }: NothingShownProps) {
  if (view.recommendations.length === 0)
    return (
      <Notice icon={DocumentSearchRegular} title="There is nothing in this plan yet">
        Its recommendations and actions appear here once the plan’s owner has imported the document
        that the agencies agreed.
      </Notice>
    );
  const search = filter.search.trim();
  function clear(): void {
    onClear(noFilter);
    focusCount();
  }
  return (
    <Notice
      icon={SearchRegular}
      title={search === "" ? "No action is like this" : `Nothing matches “${briefly(search)}”`}
      actions={<Button onClick={clear}>Show the whole plan</Button>}
    >
      {narrowsActions(filter) && search !== ""
        ? "Only what the other filters let through is searched. Try fewer words, or show the whole plan."
        : "Search looks in the text, the numbers, the agencies and the leads."}
    </Notice>
  );
}

/** Somebody may have pasted a page into the search. */
function briefly(words: string): string {
  return words.length > 80 ? `${words.slice(0, 79)}…` : words;
}
