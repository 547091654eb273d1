import { formatDate, type IsoDate } from "#plan/iso-date.ts";
import { mayOwn } from "#plan/permissions.ts";
import type { PlanVersion } from "#plan/plan.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import {
  ReflowCell,
  ReflowGroup,
  ReflowName,
  ReflowRow,
  ReflowTable,
} from "#tab/table/ReflowTable.tsx";
import { Button, Link } from "@fluentui/react-components";
import { useState } from "react";
import { NewVersion } from "./NewVersion.tsx";

interface VersionsProps extends ViewProps {
  /** Oldest first. */
  readonly versions: readonly PlanVersion[];
  readonly today: IsoDate;
}

/** The plan's versions, newest first, each with the plan as it stood then and what changed since. */
export function Versions(props: VersionsProps) {
  const { view, versions, onView } = props;
  return (
    <section className="card papers-versions" aria-labelledby="versions-title">
      <h2 id="versions-title">Versions</h2>
      {mayOwn(view.open.me) && <WriteDown {...props} />}
      {versions.length === 0 ? (
        <p className="muted">No version has been written down yet.</p>
      ) : (
        <div className="papers-scroll">
          <ReflowTable
            label="Versions"
            className="papers-table"
            headings={["Version", "Date", "Author", "Comment", "Circulated to", "Look at"]}
          >
            <ReflowGroup>
              {versions.toReversed().map((version) => (
                <Row key={version.number} version={version} onView={onView} />
              ))}
            </ReflowGroup>
          </ReflowTable>
        </div>
      )}
    </section>
  );
}

function Row({ version, onView }: { version: PlanVersion } & Pick<ViewProps, "onView">) {
  const { number, date, dateAsPrinted, author, comment, circulatedTo } = version;
  return (
    <ReflowRow>
      <ReflowName of="Version">{number}</ReflowName>
      <ReflowCell of="Date">{date === undefined ? dateAsPrinted : formatDate(date)}</ReflowCell>
      <ReflowCell of="Author">{author}</ReflowCell>
      <ReflowCell of="Comment">{comment}</ReflowCell>
      <ReflowCell of="Circulated to">{circulatedTo ?? "–"}</ReflowCell>
      <ReflowCell of="Look at">
        {date === undefined ? (
          <span className="muted">No date to go by</span>
        ) : (
          <span className="papers-ways">
            <Link
              as="button"
              aria-label={`The plan then, version ${number}`}
              onClick={() => onView("changes", `on=v${number}`)}
            >
              The plan then
            </Link>
            <Link
              as="button"
              aria-label={`What changed since version ${number}`}
              onClick={() => onView("changes", `from=v${number}`)}
            >
              What changed since
            </Link>
          </span>
        )}
      </ReflowCell>
    </ReflowRow>
  );
}

function WriteDown(props: VersionsProps) {
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <Button className="papers-open" onClick={() => setOpen(true)}>
        Write down a version
      </Button>
    );
  return <NewVersion {...props} onClose={() => setOpen(false)} />;
}
