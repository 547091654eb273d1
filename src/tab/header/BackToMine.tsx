import { Button } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";

/** From a plan to what is the reader's own in all of them. */
export function BackToMine({ onMine }: { onMine: () => void }) {
  return (
    <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={onMine}>
      Mine
    </Button>
  );
}
