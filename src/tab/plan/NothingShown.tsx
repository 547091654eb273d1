import { mayOwn } from "#plan/permissions.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { Notice } from "#tab/notice/Notice.tsx";
import { Button } from "@fluentui/react-components";
import {
  DocumentArrowUpRegular,
  DocumentSearchRegular,
  SearchRegular,
} from "@fluentui/react-icons";
import { focusCount } from "#tab/filter/focus-count.ts";
import { narrowsActions, noFilter, type PlanFilter } from "#tab/filter/plan-filter.ts";
import type { PlanView } from "#tab/rows/plan-view.ts";

interface NothingShownProps {
  readonly view: PlanView;
  readonly filter: PlanFilter;
  readonly onClear: (filter: PlanFilter) => void;
  readonly onView: ViewProps["onView"];
}

/** An empty plan, or a search or filters that find nothing in a full one. */
export function NothingShown({ view, filter, onClear, onView }: NothingShownProps) {
  if (view.recommendations.length === 0)
    return <NothingYet isOwner={mayOwn(view.open.me)} onView={onView} />;
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

interface NothingYetProps extends Pick<NothingShownProps, "onView"> {
  readonly isOwner: boolean;
}

/** Whoever can fill the plan is led there; everybody else is told who can. */
function NothingYet({ isOwner, onView }: NothingYetProps) {
  const title = "There is nothing in this plan yet";
  if (!isOwner)
    return (
      <Notice icon={DocumentSearchRegular} title={title}>
        Its recommendations and actions appear here once the plan’s owner has imported the document
        that the agencies agreed.
      </Notice>
    );
  return (
    <Notice
      icon={DocumentArrowUpRegular}
      title={title}
      actions={
        <Button appearance="primary" onClick={() => onView("import")}>
          Import its document
        </Button>
      }
    >
      Bring in the document that the agencies agreed, as Word or Excel. You see what was understood
      of it before anything is saved.
    </Notice>
  );
}

/** Somebody may have pasted a page into the search. */
function briefly(words: string): string {
  return words.length > 80 ? `${words.slice(0, 79)}…` : words;
}
