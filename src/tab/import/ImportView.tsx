import { counted } from "#plan/words.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { Button } from "@fluentui/react-components";
import { Imported } from "./Imported.tsx";
import { ImportPage } from "./ImportPage.tsx";
import type { Taken } from "./write.ts";

/** Importing a document beside a plan that is open. */
export function ImportView({ view, hold, onView, onSaved }: ViewProps) {
  function show({ planId }: Taken): void {
    if (planId === view.open.plan.id) void onSaved().then(() => onView("plan"));
    else window.location.assign(planAddress(planId));
  }
  return (
    <ImportPage
      view={view}
      hold={hold}
      back={{ label: "Back to the plan", go: () => onView("plan") }}
      renderDone={(taken, again) => (
        <Imported
          taken={taken}
          nothingNew={`Nothing of it was new: ${counted(view.actions.size, "action already says", "actions already say")} the same.`}
          actions={
            <>
              <Button appearance="primary" onClick={() => show(taken)}>
                {taken.planId === view.open.plan.id ? "Show the plan" : "Open that plan"}
              </Button>
              <Button onClick={again}>Import another document</Button>
            </>
          }
        />
      )}
    />
  );
}

/** The tab itself, on that plan, with the way to the others. */
function planAddress(planId: number): string {
  const address = new URL(window.location.href);
  address.searchParams.set("plan", String(planId));
  address.searchParams.set("choose", "");
  address.hash = "plan";
  return address.href;
}
