import { Button } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { type ReactNode, useEffect, useRef } from "react";

interface MeetingHeaderProps {
  readonly title: string;
  readonly beside?: string | undefined;
  /** Undefined where there is nothing to go back to. */
  readonly onBack: (() => void) | undefined;
  readonly backTo: string;
  readonly children?: ReactNode;
}

/** What this is, the way back, and what to do here. */
export function MeetingHeader({ title, beside, onBack, backTo, children }: MeetingHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <header className="meet-header">
      {onBack && (
        <Button
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          aria-label={backTo}
          title={backTo}
          onClick={onBack}
        />
      )}
      <div className="meet-title">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {beside !== undefined && <span className="muted">{beside}</span>}
      </div>
      {children}
    </header>
  );
}
