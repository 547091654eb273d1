import { mayOwn } from "#plan/permissions.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { Notice } from "#tab/notice/Notice.tsx";
import { Button } from "@fluentui/react-components";
import { DocumentArrowUpRegular, DocumentSearchRegular } from "@fluentui/react-icons";

/** An empty plan: whoever can fill the plan is led there; everybody else is told who can. */
export function NothingYet({ view, onView }: Pick<ViewProps, "view" | "onView">) {
  const title = "There is nothing in this plan yet";
  if (!mayOwn(view.open.me))
    return (
      <Notice icon={DocumentSearchRegular} title={title}>
        Its recommendations and actions appear here once the plan’s owner has imported the document
        that the agencies agreed.
      </Notice>
    );
  return (
    <Notice
      icon={DocumentArrowUpRegular}
      title={title}
      actions={
        <Button appearance="primary" onClick={() => onView("import")}>
          Import its document
        </Button>
      }
    >
      Bring in the document that the agencies agreed, as Word or Excel. You see what was understood
      of it before anything is saved.
    </Notice>
  );
}
