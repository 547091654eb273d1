import { formatDate, type IsoDate } from "#plan/iso-date.ts";
import { type RemovedAction, removedActions } from "#plan/removed-actions.ts";
import { counted, inFigures } from "#plan/words.ts";
import { listInWords } from "#tab/words/words.ts";
import type { ReadHistory } from "#usecases/read-history.ts";
import { useMemo } from "react";

interface RemovedProps {
  readonly read: ReadHistory;
  /** What had been said by the end of this day. */
  readonly day: IsoDate;
  /** Short name; empty for all. */
  readonly agency: string;
}

/** Actions that a site administrator took out of the plan: no row can show what they said, but that they were there is told. */
export function Removed({ read, day, agency }: RemovedProps) {
  const all = useMemo(() => removedActions(read.whole, day), [read, day]);
  const removed = all.filter(({ agencies }) => agency === "" || agencies.includes(agency));
  if (removed.length === 0) return null;
  const one = removed.length === 1;
  return (
    <details className="changes-removed">
      <summary>
        {inFigures(removed.length)} {one ? "action was" : "actions were"} taken out of the plan
      </summary>
      <ul>
        {removed.map((each) => (
          <li key={each.actionId}>{inWords(each)}</li>
        ))}
      </ul>
      <p>
        {one ? "It is" : "They are"} counted nowhere else on this page. What {one ? "it" : "they"}{" "}
        said, who took {one ? "it" : "them"} out and when stands in the recycle bin of the
        SharePoint site, for 93 days; an administrator of the site can put {one ? "it" : "them"}{" "}
        back.
      </p>
    </details>
  );
}

/** "Of MVHT, under recommendation 1.2: spoken of 3 times, last on 3 November 2026." */
function inWords({ agencies, ref, said, last }: RemovedAction): string {
  const of = agencies.length > 0 ? `Of ${listInWords(agencies)}` : "Of an agency not named";
  const under = ref === undefined ? "" : `, under recommendation ${ref}`;
  return `${of}${under}: ${counted(said, "entry", "entries")} in the record, the last of ${formatDate(last)}.`;
}
