import { Component, lazy, type ReactNode, Suspense } from "react";

const Stopped = lazy(async () => ({ default: (await import("./Stopped.tsx")).Stopped }));

interface UnexpectedState {
  readonly failed: boolean;
}

/** An error in the program itself: nothing that was saved is lost, a reload is the remedy. */
export class Unexpected extends Component<{ children: ReactNode }, UnexpectedState> {
  override readonly state: UnexpectedState = { failed: false };

  static getDerivedStateFromError(): UnexpectedState {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Suspense fallback="The action plan has stopped. Load the page again.">
        <Stopped />
      </Suspense>
    );
  }
}
