import { CopyLinkButton } from "#tab/drawer/CopyLinkButton.tsx";
import type { PlanHeaderProps } from "./plan-header-props.ts";
import { ViewButtons } from "./ViewButtons.tsx";

/** What can be done with the plan as it is shown: pass a link on, bring a document in or out. */
export function HeaderButtons(props: PlanHeaderProps) {
  const { plan, link } = props;
  return (
    <>
      <CopyLinkButton
        planId={plan.id}
        place={link}
        label={plan.title}
        name="Copy a link to this view"
      />
      <ViewButtons {...props} />
    </>
  );
}
