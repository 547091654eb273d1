import { Button, Tab, TabList } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { type ReactNode, useId } from "react";

interface TaskPanesProps<Kind extends string> {
  /** What is always at hand. */
  readonly usual: readonly Kind[];
  readonly names: Readonly<Record<Kind, string>>;
  /** The one that is shown; undefined for a form that a button opened. */
  readonly at: Kind | undefined;
  readonly onChosen: (kind: Kind) => void;
  /** Away from a form that a button opened. */
  readonly onBack: () => void;
  /** The form. */
  readonly children: ReactNode;
}

/** One thing at a time that somebody can do, at the drawer's side: what is usual as tabs, the rest with a way back. */
export function TaskPanes<Kind extends string>(props: TaskPanesProps<Kind>) {
  const { usual, at, onBack, children } = props;
  const panel = useId();
  if (at === undefined || usual.length === 1)
    return (
      <div className="action-tasks">
        {at === undefined && <BackButton onBack={onBack} />}
        {children}
      </div>
    );
  return (
    <div className="action-tasks">
      <TaskTabs {...props} at={at} panel={panel} />
      <div id={panel} role="tabpanel" aria-labelledby={`${panel}-${at}`} className="action-task">
        {children}
      </div>
    </div>
  );
}

function BackButton({ onBack }: { onBack: () => void }) {
  return (
    <Button
      className="action-back"
      appearance="subtle"
      size="small"
      icon={<ArrowLeftRegular />}
      onClick={onBack}
    >
      Back
    </Button>
  );
}

function TaskTabs<Kind extends string>(
  props: Omit<TaskPanesProps<Kind>, "children" | "onBack"> & { readonly panel: string },
) {
  const { panel, usual, names, at, onChosen } = props;
  return (
    <TabList
      className="action-tabs"
      size="small"
      aria-label="What you can do"
      selectedValue={at}
      onTabSelect={(_, { value }) => {
        const chosen = usual.find((kind) => kind === value);
        if (chosen !== undefined) onChosen(chosen);
      }}
    >
      {usual.map((kind) => (
        <Tab key={kind} id={`${panel}-${kind}`} value={kind} aria-controls={panel}>
          {names[kind]}
        </Tab>
      ))}
    </TabList>
  );
}
