import { Tab, TabList } from "@fluentui/react-components";
import type { PlanHeaderProps } from "./plan-header-props.ts";

/** Plan, Summary, Changes and so on; nothing where the plan is all there is to see. */
export function ViewTabs({
  views,
  shown,
  panel,
  onView,
}: Pick<PlanHeaderProps, "views" | "shown" | "panel" | "onView">) {
  const tabs = views.filter((entry) => entry.shown === "tab");
  if (tabs.length === 0) return null;
  return (
    <TabList
      className="view-tabs"
      aria-label="Views of the plan"
      selectedValue={shown?.word ?? "plan"}
      onTabSelect={(_, { value }) => onView(String(value))}
    >
      {[{ word: "plan", name: "Plan" }, ...tabs].map(({ word, name }) => (
        <Tab key={word} value={word} id={`${panel}-${word}`} aria-controls={panel}>
          {name}
        </Tab>
      ))}
    </TabList>
  );
}
