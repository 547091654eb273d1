import { SearchBox } from "@fluentui/react-components";
import type { PlanToolsProps } from "./plan-tools-props.ts";
import { memo, useCallback, useState } from "react";
import { FilterTools } from "./FilterTools.tsx";
import { focusCount } from "./focus-count.ts";
import { isNarrow, noFilter } from "./plan-filter.ts";

/** What narrows the plan down. */
export const PlanTools = memo(function PlanTools(props: PlanToolsProps) {
  const { shown, filter, onFilter, unsearched, onUnsearched, ...arranged } = props;
  const clear = useCallback(() => {
    onFilter(noFilter);
    focusCount();
  }, [onFilter]);
  return (
    <div className="plan-tools">
      <Search search={filter.search} onSearch={(search) => onFilter({ ...unsearched, search })} />
      <FilterTools
        {...arranged}
        filter={unsearched}
        onFilter={onUnsearched}
        narrow={isNarrow(filter)}
        onClear={clear}
      />
      <span className="plan-shown small muted" tabIndex={-1}>
        {shown}
      </span>
    </div>
  );
});

interface SearchProps {
  readonly search: string;
  readonly onSearch: (search: string) => void;
}

/** What is typed shows at once, whatever the plan does with it; an address that says something else wins. */
function Search({ search, onSearch }: SearchProps) {
  // What was typed, and all of it that has not come back as the address yet.
  const [typed, setTyped] = useState({ words: search, sent: [search] });
  if (typed.words === search && typed.sent.length > 1) setTyped({ words: search, sent: [search] });
  const words = typed.sent.includes(search) ? typed.words : search;
  return (
    <SearchBox
      className="plan-search"
      placeholder="Search the plan"
      aria-label="Search the plan"
      dismiss={{ "aria-label": "Clear the search" }}
      value={words}
      onChange={(_, { value }) => {
        setTyped({ words: value, sent: [...(words === search ? [search] : typed.sent), value] });
        onSearch(value);
      }}
    />
  );
}
