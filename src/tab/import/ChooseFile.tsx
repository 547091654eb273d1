import { messageOf } from "#tab/words/message-of.ts";
import { Button, mergeClasses } from "@fluentui/react-components";
import { DocumentArrowUpRegular } from "@fluentui/react-icons";
import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-message-bar";
import { type DragEvent, useRef, useState } from "react";

/** By their endings, for the dialog of the computer; what a file is, its content says. */
const endings = ".docx,.xlsx,.csv,.pdf,.txt,.md,.html,.htm";

interface ChooseFileProps {
  readonly problem: unknown;
  readonly onFile: (file: File) => void;
}

/** Where a document is dropped, or chosen. */
export function ChooseFile({ problem, onFile }: ChooseFileProps) {
  return (
    <div className="import-choose">
      {problem !== undefined && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>
            <MessageBarTitle>The document could not be read</MessageBarTitle>
            {messageOf(problem)} Nothing was saved.
          </MessageBarBody>
        </MessageBar>
      )}
      <DropArea onFile={onFile} />
      <p className="small muted">
        It is read on this computer. You see what was understood before anything is saved.
      </p>
    </div>
  );
}

function DropArea({ onFile }: Pick<ChooseFileProps, "onFile">) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  function dropped(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files.item(0);
    if (file) onFile(file);
  }
  return (
    <div
      className={mergeClasses("import-drop", over && "import-drop-over")}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <DocumentArrowUpRegular aria-hidden className="import-drop-sign" />
      <p>
        Drop a document here: a composite plan, an agency’s part of it, a regulator’s report or a
        paper of questions. Word, Excel, PDF, CSV, text, Markdown or HTML.
      </p>
      <Button appearance="primary" onClick={() => input.current?.click()}>
        Choose a file
      </Button>
      <input
        ref={input}
        type="file"
        accept={endings}
        hidden
        aria-label="The document to import"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.item(0);
          currentTarget.value = "";
          if (file) onFile(file);
        }}
      />
    </div>
  );
}
