import { Button } from "@fluentui/react-components";
import { EditRegular } from "@fluentui/react-icons";

/** Opens what the plan says here for changing; only its owners see it. */
export function EditButton({ label, onEdit }: { label: string; onEdit: () => void }) {
  return <Button appearance="subtle" icon={<EditRegular />} title={label} onClick={onEdit} />;
}
