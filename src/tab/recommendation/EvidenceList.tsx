import { formatDate } from "#plan/iso-date.ts";
import type { Entry } from "#plan/record.ts";
import type { Agency } from "#plan/plan.ts";
import { Link } from "@fluentui/react-components";

interface EvidenceListProps {
  readonly agencies: readonly Agency[];
  readonly record: readonly Entry[];
}

/** Every piece of evidence that its actions carry, newest first, with whose it is and what it shows. */
export function EvidenceList({ agencies, record }: EvidenceListProps) {
  const pieces = record
    .filter((entry) => entry.type === "update")
    .flatMap(({ id, folder, evidence }) => evidence.map((link) => ({ id, folder, ...link })))
    .toReversed();
  if (pieces.length === 0) return <p className="muted">No evidence has been given yet.</p>;
  return (
    <ul className="recommendation-evidence">
      {pieces.map(({ id, folder, name, url, kind, date }) => (
        <li key={`${id} ${url}`}>
          <Link href={url} target="_blank" rel="noopener noreferrer">
            {name}
          </Link>
          <span className="small muted">
            {[
              kind === "impact" ? "Impact" : "Activity",
              speaker(agencies, folder),
              date && formatDate(date),
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}

function speaker(agencies: readonly Agency[], folder: string): string {
  const agency = agencies.find((each) => each.folder === folder);
  return agency?.shortName ?? folder;
}
