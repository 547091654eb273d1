import { Button } from "@fluentui/react-components";
import { ErrorCircleRegular } from "@fluentui/react-icons";
import { Notice } from "./Notice.tsx";

/** Says that the program failed, and that loading it again is the remedy. */
export function Stopped() {
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
