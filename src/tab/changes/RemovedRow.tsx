import { dayOf, formatDate, type IsoDate } from "#plan/iso-date.ts";
import { knownOrNotRated, ratingOf, type RatingScheme } from "#plan/rating-scheme.ts";
import type { Entry } from "#plan/record.ts";
import type { RemovedItem } from "#plan/removed.ts";
import { counted } from "#plan/words.ts";
import { ReflowCell, ReflowRow } from "#tab/table/ReflowTable.tsx";
import { dayInWords } from "#tab/words/words.ts";
import { DeleteRegular } from "@fluentui/react-icons";
import { removedName } from "./removed-words.ts";

interface RemovedRowProps {
  readonly item: RemovedItem;
  readonly scheme: RatingScheme;
  readonly today: IsoDate;
}

/** Something that was deleted: what is still known of it, and what was said of it, which stays. */
export function RemovedRow({ item, scheme, today }: RemovedRowProps) {
  const { agencies, words, said, actions, at, by } = item;
  return (
    <ReflowRow>
      <ReflowCell of="Agency">{agencies.join(", ") || "Not known"}</ReflowCell>
      <ReflowCell of="What">
        <span className="changes-what">
          <DeleteRegular aria-hidden /> Taken out
        </span>
      </ReflowCell>
      <ReflowCell of="How it changed">
        <div>
          {removedName(item)}
          {words !== undefined && `: “${words}”`}
          <Kept name={`${counted(said.length, "entry", "entries")} in its record`}>
            {said.map((entry) => (
              <li key={`${entry.type} ${entry.id}`}>{inWords(entry, scheme)}</li>
            ))}
          </Kept>
          <Kept name={`${counted(actions.length, "action")} left without it`}>
            {actions.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </Kept>
        </div>
      </ReflowCell>
      <ReflowCell of="Before">In the plan</ReflowCell>
      <ReflowCell of="After">Taken out</ReflowCell>
      <ReflowCell of="Who and when" className="small">
        <div>
          <div>{by ?? "An administrator of the site"}</div>
          {at === undefined ? (
            <span className="muted">When is not known any more</span>
          ) : (
            <time dateTime={at} className="muted" title={formatDate(dayOf(at))}>
              {dayInWords(dayOf(at), today)}
            </time>
          )}
        </div>
      </ReflowCell>
    </ReflowRow>
  );
}

function Kept({ name, children }: { readonly name: string; readonly children: React.ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <details className="changes-kept">
      <summary>{name}</summary>
      <ul>{children}</ul>
    </details>
  );
}

/** "14 October 2026, Lead officer A: Green. Forty of sixty trained." */
function inWords(entry: Entry, scheme: RatingScheme): string {
  const who = entry.author === undefined ? "" : `, ${entry.author.name}`;
  const rating =
    entry.type === "challenge" || entry.rating === undefined
      ? ""
      : ` ${ratingOf(scheme, knownOrNotRated(scheme, entry.rating)).name}.`;
  return `${formatDate(dayOf(entry.created))}${who}:${rating} ${wordsOf(entry)}`.trimEnd();
}

function wordsOf(entry: Entry): string {
  if (entry.type === "update") return entry.note ?? "";
  return (entry.type === "decision" ? entry.reason : entry.question) ?? "";
}
