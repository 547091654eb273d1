import { OverlayDrawer } from "@fluentui/react-drawer";
import { Button } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { useDrawerCovers } from "./use-covers.ts";
import "./drawer.css";

interface PlanDrawerProps {
  /** What it shows: another place takes the focus to its heading. */
  readonly place: string;
  /** "Recommendation 2.1 · action 1 of 4" */
  readonly where: string;
  readonly title: string;
  /** Below the title. */
  readonly state: ReactNode;
  readonly buttons: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The drawer at the side; the plan beside it stays usable where there is room for both. */
export function PlanDrawer(props: PlanDrawerProps) {
  const { place, where, title, state, buttons, onClose, children } = props;
  const covers = useDrawerCovers();
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  // Fluent's own effect, which runs before this one, has put the focus on the first button.
  const shown = useRef<string>(undefined);
  useEffect(() => {
    if (shown.current === place) return;
    shown.current = place;
    heading.current?.focus({ preventScroll: true });
  }, [place]);
  return (
    <OverlayDrawer
      open
      position="end"
      modalType={covers ? "modal" : "non-modal"}
      className="drawer"
      aria-labelledby={id}
      onOpenChange={(_, { open }) => {
        if (!open) onClose();
      }}
    >
      <header className="drawer-header">
        <div className="drawer-title">
          <div className="small muted">{where}</div>
          <h2 id={id} ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <div className="drawer-state">{state}</div>
        </div>
        <div className="drawer-buttons">{buttons}</div>
        <Button
          className="drawer-close"
          appearance="subtle"
          icon={<DismissRegular />}
          title="Close"
          onClick={onClose}
        />
      </header>
      {children}
    </OverlayDrawer>
  );
}
