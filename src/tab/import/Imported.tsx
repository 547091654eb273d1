import { Notice } from "#tab/notice/Notice.tsx";
import { CheckmarkCircleRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { Taken } from "./write.ts";

interface ImportedProps {
  readonly taken: Taken;
  /** What is said where nothing was written. */
  readonly nothingNew: string;
  readonly actions: ReactNode;
}

/** What was written of a document. */
export function Imported({ taken, nothingNew, actions }: ImportedProps) {
  return (
    <Notice icon={CheckmarkCircleRegular} title="The document is in the plan" actions={actions}>
      {taken.said.length > 0 ? taken.said.join(" ") : nothingNew}
    </Notice>
  );
}
