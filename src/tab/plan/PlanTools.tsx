import { SearchBox } from "@fluentui/react-components";

interface PlanToolsProps {
  readonly search: string;
  readonly onSearch: (search: string) => void;
  /** "93 of 93 shown" */
  readonly shown: string;
}

export function PlanTools({ search, onSearch, shown }: PlanToolsProps) {
  return (
    <div className="plan-tools">
      <SearchBox
        className="plan-search"
        placeholder="Search the plan"
        aria-label="Search the plan"
        value={search}
        onChange={(_, { value }) => onSearch(value)}
      />
      <span className="grow" />
      <span className="small muted">{shown}</span>
    </div>
  );
}
