import type { DocumentKind } from "#documents/document-kind.ts";
import type { PlanDocument } from "#documents/plan-document.ts";
import type { ViewProps } from "#tab/frame/view-props.ts";
import type { Write } from "./write.ts";

/** What is looked through before anything of it is saved. */
export interface ReviewProps extends Pick<ViewProps, "view"> {
  readonly file: File;
  readonly document: PlanDocument;
  readonly onKind: (kind: DocumentKind) => void;
  readonly onBack: () => void;
  readonly onWrite: (write: Write) => void;
}
