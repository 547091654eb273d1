import { OverlayDrawer } from "@fluentui/react-drawer";
import { Button } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import {
  type ReactNode,
  type RefObject,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
} from "react";
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
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  // Fluent's own effect, which runs before this one, has put the focus on the first button.
  const shown = useRef<string>(undefined);
  useEffect(() => {
    if (shown.current === place) return;
    shown.current = place;
    heading.current?.focus({ preventScroll: true });
  }, [place]);
  useNothingBehind(heading);
  useEscapeBeside(onClose);
  return (
    <OverlayDrawer
      open
      position="end"
      modalType="non-modal"
      className="drawer"
      aria-labelledby={`${id}-where ${id}`}
      onOpenChange={({ nativeEvent }, { open }) => {
        if (!open && !isComposing(nativeEvent)) onClose();
      }}
    >
      <div className="drawer-header">
        <div className="drawer-title">
          <div id={`${id}-where`} className="small muted">
            {where}
          </div>
          <h2 id={id} ref={heading} tabIndex={-1} title={title}>
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
      </div>
      {children}
    </OverlayDrawer>
  );
}

/**
 * Beside the drawer the keyboard reaches what the drawer covers. Escape closes it there too, and what has the focus keeps
 * it and is seen (WCAG 2.2, 2.4.11). In a field with words in it Escape is for the words.
 */
function useEscapeBeside(onClose: () => void): void {
  const close = useEffectEvent(onClose);
  useEffect(() => {
    function pressed(event: KeyboardEvent): void {
      const { key, target, defaultPrevented } = event;
      if (key !== "Escape" || defaultPrevented || isComposing(event)) return;
      if (!(target instanceof HTMLElement) || !target.closest("main")) return;
      if (!(target instanceof HTMLInputElement && target.value !== "")) close();
    }
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);
}

/** Escape then takes back the letters that are being put together, and is nothing to the drawer. */
function isComposing(event: Event): boolean {
  return event instanceof KeyboardEvent && event.isComposing;
}

/**
 * What the drawer covers is out of reach, for the keyboard and for a screen reader. Fluent has a way to do that, which
 * puts the focus on the first button whenever the width changes, as it does when Teams opens a thread beside the tab, and
 * which keeps a screen reader from what is announced.
 */
function useNothingBehind(heading: RefObject<HTMLElement | null>): void {
  const covers = useDrawerCovers();
  useEffect(() => {
    const behind = document.querySelector("main");
    if (covers && behind?.contains(document.activeElement)) heading.current?.focus();
    reach(!covers);
  }, [covers, heading]);
  // Before the focus goes back to where the reader was.
  useLayoutEffect(() => () => reach(true), []);
}

function reach(within: boolean): void {
  const behind = document.querySelector("main");
  if (behind) behind.inert = !within;
}
