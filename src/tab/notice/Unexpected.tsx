import { Component, lazy, type ReactNode, Suspense } from "react";

const words = (
  <div className="notice">
    <p>The action plan has stopped. Load the page again.</p>
  </div>
);

// Perhaps it stopped because nothing can be fetched.
const Stopped = lazy(async () => ({
  default: await import("./Stopped.tsx").then(
    (part) => part.Stopped,
    () => () => words,
  ),
}));

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
      <Suspense fallback={words}>
        <Stopped />
      </Suspense>
    );
  }
}
