import { Button } from "@fluentui/react-components";
import { useSite } from "./use-site.ts";

/** The way to a plan that is not there yet, for whoever may make one; everybody else is told who does. */
export function MakePlan({ onMake }: { readonly onMake: () => void }) {
  const { site } = useSite();
  if (!site?.roles.includes("owner") || site.missing.length > 0)
    return (
      <p className="small muted">Another plan is made by a plan’s owner, from its document.</p>
    );
  return (
    <Button className="configure-make" onClick={onMake}>
      Make another plan from its document
    </Button>
  );
}
