import { Button } from "@fluentui/react-components";

/** The way back, and on, at the foot of every review. */
export function ReviewFoot({
  label,
  ready,
  why,
  onBack,
  onGo,
}: {
  readonly label: string;
  /** Whether there is anything to save. */
  readonly ready: boolean;
  readonly why: string;
  readonly onBack: () => void;
  readonly onGo: () => void;
}) {
  return (
    <footer className="import-foot">
      <span className="small muted">{why}</span>
      <Button onClick={onBack}>Back</Button>
      <Button appearance="primary" disabledFocusable={!ready} onClick={onGo}>
        {label}
      </Button>
    </footer>
  );
}
