import { Button } from "@fluentui/react-components";

/** Leads a narrow screen, where the form stands below everything else, to it. */
export function JumpButton({ label }: { readonly label: string }) {
  return (
    <Button appearance="primary" className="action-jump" onClick={jumpToForm}>
      {label}
    </Button>
  );
}

function jumpToForm(): void {
  const title = document.querySelector<HTMLElement>(".pane-title");
  title?.scrollIntoView({ block: "start" });
  title?.focus({ preventScroll: true });
}
