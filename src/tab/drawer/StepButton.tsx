import { Button } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronUpRegular } from "@fluentui/react-icons";

interface StepButtonProps {
  /** Where it leads; nowhere at the ends of the plan. */
  readonly to: string | undefined;
  readonly way: "previous" | "next";
  readonly label: string;
  readonly onGo: (key: string) => void;
}

export function StepButton({ to, way, label, onGo }: StepButtonProps) {
  return (
    <Button
      className="drawer-step"
      appearance="subtle"
      icon={way === "previous" ? <ChevronUpRegular /> : <ChevronDownRegular />}
      title={label}
      disabledFocusable={to === undefined}
      onClick={() => {
        if (to !== undefined) onGo(to);
      }}
    />
  );
}
