import { Button } from "@fluentui/react-components";
import { ArrowUploadRegular } from "@fluentui/react-icons";
import { useRef } from "react";

interface ChooseFileProps {
  readonly label: string;
  readonly id?: string;
  /** Id of what says why it has to be chosen. */
  readonly why?: string;
  readonly multiple?: boolean;
  readonly onChosen: (files: readonly File[]) => void;
}

/** A button that asks the browser for files. */
export function ChooseFile({ label, id, why, multiple = false, onChosen }: ChooseFileProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        id={id}
        size="small"
        aria-describedby={why}
        icon={<ArrowUploadRegular />}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        multiple={multiple}
        hidden
        aria-label={multiple ? "Files of evidence" : label}
        onChange={({ target }) => {
          onChosen([...(target.files ?? [])]);
          target.value = "";
        }}
      />
    </>
  );
}
