import { Component, type ReactNode } from "react";
import { ErrorCircleRegular } from "@fluentui/react-icons";
import { Button } from "@fluentui/react-components";
import { Notice } from "./Notice.tsx";

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
      <main className="page">
        <Notice
          whole
          icon={ErrorCircleRegular}
          title="The action plan has stopped"
          actions={
            <Button appearance="primary" onClick={() => window.location.reload()}>
              Load it again
            </Button>
          }
        >
          This is our mistake. What you saved is safe, and what you were writing is kept on this
          computer.
        </Notice>
      </main>
    );
  }
}
