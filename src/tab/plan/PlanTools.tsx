import { Button, SearchBox } from "@fluentui/react-components";
import { afterNextFrame } from "#tab/later/once-painted.ts";
import type { PlanToolsProps } from "./plan-tools-props.ts";
import { memo, useCallback } from "react";
import { Arrange, FilterTools } from "./FilterTools.tsx";
import { focusCount } from "#tab/filter/focus-count.ts";
import { isNarrow, noFilter } from "#tab/filter/plan-filter.ts";
import { useAhead } from "./use-ahead.ts";

/** What narrows the plan down. */
export const PlanTools = memo(function PlanTools(props: PlanToolsProps) {
  const { shown, filter, onFilter, unsearched, onUnsearched, ...arranged } = props;
  const clear = useCallback(() => {
    onFilter(noFilter);
    focusCount();
  }, [onFilter]);
  const look = useCallback(
    (search: string) => onFilter({ ...unsearched, search }),
    [onFilter, unsearched],
  );
  const filterTools = { ...arranged, filter: unsearched, onFilter: onUnsearched };
  return (
    <div className="plan-tools">
      <Search search={filter.search} onSearch={look} short={props.layout !== "wide"} />
      <FilterTools {...filterTools} />
      {isNarrow(filter) && (
        <Button appearance="subtle" aria-label="Clear filters" onClick={clear}>
          Clear
        </Button>
      )}
      <span className="plan-end">
        <span className="plan-shown small muted" tabIndex={-1}>
          {shown}
          {/* Heard everywhere, and seen where there is room for it. */}
          <span className={props.layout === "wide" ? undefined : "said"}> shown</span>
        </span>
        {props.layout !== "phone" && <Arrange {...filterTools} />}
      </span>
    </div>
  );
});

interface SearchProps {
  readonly search: string;
  readonly onSearch: (search: string) => void;
  /** There is no room for all that it says before somebody writes. */
  readonly short: boolean;
}

/** A letter is painted before anything is looked for; whatever the plan does with it, no letter is lost. */
const Search = memo(function Search({ search, onSearch, short }: SearchProps) {
  const [words, say] = useAhead(search, onSearch, afterNextFrame);
  return <SearchField words={words} onWords={say} short={short} />;
});

const dismiss = { "aria-label": "Clear the search" };

interface SearchFieldProps extends Pick<SearchProps, "short"> {
  readonly words: string;
  readonly onWords: (words: string) => void;
}

/** Drawn again for each letter, and not once more when the rows have come. */
const SearchField = memo(function SearchField({ words, onWords, short }: SearchFieldProps) {
  return (
    <SearchBox
      className="plan-search"
      placeholder={short ? "Search" : "Search the plan"}
      aria-label="Search the plan"
      dismiss={dismiss}
      value={words}
      onChange={(_, { value }) => onWords(value)}
    />
  );
});
