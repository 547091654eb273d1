import { Trouble } from "#tab/notice/Trouble.tsx";
import { type Opened, openPlan } from "#tab/ports/open-plan.ts";
import { usePorts } from "#tab/ports/ports.ts";
import { type PlanView, viewPlan } from "#tab/rows/plan-view.ts";
import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { Imported } from "./Imported.tsx";
import { ImportPage } from "./ImportPage.tsx";

interface ImportPlanProps {
  /** The document's plan is written, and is to be shown. */
  readonly onImported: (planId: number) => void;
  readonly onBack: () => void;
}

/** Importing where no plan is open: the first plan of a site, or another beside those that it has. */
export function ImportPlan({ onImported, onBack }: ImportPlanProps) {
  const { newest, again } = useNewest();
  if (newest === undefined) return <output className="import-waiting">One moment…</output>;
  if ("error" in newest) return <Trouble opened={newest} onRetry={again} />;
  return (
    <main className="import-alone">
      <ImportPage
        view={newest.view}
        back={{ label: "Back", go: onBack }}
        renderDone={(taken, another) => (
          <Imported
            taken={taken}
            nothingNew="Nothing of it was new: the plan already says the same."
            actions={
              <>
                <Button appearance="primary" onClick={() => onImported(taken.planId)}>
                  Choose this plan
                </Button>
                <Button onClick={another}>Import another document</Button>
              </>
            }
          />
        )}
      />
    </main>
  );
}

type Newest = { readonly view: PlanView | undefined } | { readonly error: unknown };

function newestOf(opened: Opened): Newest {
  if ("error" in opened) return opened;
  return { view: "open" in opened ? viewPlan(opened.open) : undefined };
}

/** The newest plan that can be opened, with the site's agencies; the view is undefined where the site has no plan. */
function useNewest() {
  const { plans } = usePorts();
  const [read, setRead] = useState<{ readonly newest: Newest; readonly tries: number }>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let wanted = true;
    void openPlan(plans, undefined).then(
      (opened) => wanted && setRead({ newest: newestOf(opened), tries }),
    );
    return () => {
      wanted = false;
    };
  }, [plans, tries]);
  return {
    newest: read?.tries === tries ? read.newest : undefined,
    again: () => setTries(tries + 1),
  };
}
