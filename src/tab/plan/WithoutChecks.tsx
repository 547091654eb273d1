import { Component, type ReactNode } from "react";

/** Where the checks cannot be run, the plan is there all the same and says what it lacks. */
export class WithoutChecks extends Component<
  { children: ReactNode },
  { readonly failed: boolean }
> {
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <p className="plan-unchecked small muted">
        The checks could not be run: what to challenge is not shown. Reload to try again.
      </p>
    );
  }
}
