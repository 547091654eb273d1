import { inFigures } from "#plan/words.ts";
import type { DocumentProblem } from "#documents/plan-document.ts";
import { ToggleButton } from "@fluentui/react-components";
import { useState } from "react";
import type { Choices, ReviewGroup } from "./review-rows.ts";
import { ReviewGroupRows } from "./ReviewGroupRows.tsx";

export interface ReviewRowsProps {
  readonly groups: readonly ReviewGroup[];
  /** What was not understood, with where it stood and its words. */
  readonly problems: readonly DocumentProblem[];
  readonly choices: Choices;
  /** Keys of the rows that cannot be taken over. */
  readonly refused: ReadonlySet<string>;
  /** Short names of the agencies that a row may be given to. */
  readonly agencies: readonly string[];
  readonly onChoices: (choices: Choices) => void;
}

type Shown = "all" | "decide" | "left-out" | "know";

/** Every row of the document, or those with something to decide or to know. */
export function ReviewRows(props: ReviewRowsProps) {
  const { groups, problems, choices, refused, agencies, onChoices } = props;
  const [shown, setShown] = useState<Shown>("all");
  const rows = groups.flatMap(({ actions }) => actions);
  const counts: Readonly<Record<Shown, number>> = {
    all: rows.length,
    decide: rows.filter(({ problems: its }) => its.some(({ level }) => level === "decide")).length,
    "left-out": choices.leftOut.size,
    know:
      problems.length +
      rows.filter(({ problems: its }) => its.some(({ level }) => level === "know")).length,
  };
  const some =
    shown === "all" ? groups : groups.flatMap((group) => matching(group, shown, choices));
  function leave(key: string, out: boolean): void {
    const leftOut = new Set(choices.leftOut);
    if (out) leftOut.add(key);
    else leftOut.delete(key);
    onChoices({ ...choices, leftOut });
  }
  if (groups.length === 0) return <NothingFound problems={problems} />;
  return (
    <>
      <Filters shown={shown} counts={counts} onShown={setShown} />
      <section className="import-rows" aria-label="What was read">
        {(shown === "all" || shown === "know") && <NotUnderstood problems={problems} />}
        {some.map((group) => (
          <ReviewGroupRows
            key={group.key}
            {...{ group, choices, refused, agencies }}
            onLeave={leave}
            onDue={(key, day) => onChoices({ ...choices, due: withAnswer(choices.due, key, day) })}
            onAgency={(key, agency) =>
              onChoices({ ...choices, agency: withAnswer(choices.agency, key, agency) })
            }
          />
        ))}
        {some.length === 0 && <p className="muted">No row is like that.</p>}
      </section>
    </>
  );
}

/** Undefined takes the answer back. */
function withAnswer<T>(
  answers: ReadonlyMap<string, T>,
  key: string,
  answer: T | undefined,
): ReadonlyMap<string, T> {
  const next = new Map(answers);
  if (answer === undefined) next.delete(key);
  else next.set(key, answer);
  return next;
}

function NothingFound({ problems }: Pick<ReviewRowsProps, "problems">) {
  return (
    <section className="import-rows" aria-label="What was read">
      <p>
        There is nothing in it to import as this. Say above what the document is, or choose another.
      </p>
      <NotUnderstood problems={problems} />
    </section>
  );
}

interface FiltersProps {
  readonly shown: Shown;
  readonly counts: Readonly<Record<Shown, number>>;
  readonly onShown: (shown: Shown) => void;
}

function Filters({ shown, counts, onShown }: FiltersProps) {
  return (
    <fieldset className="import-filters" aria-label="Which rows are shown">
      {filters.map(({ value, name }) => (
        <ToggleButton
          key={value}
          size="small"
          appearance="subtle"
          checked={shown === value}
          onClick={() => onShown(value)}
        >
          {`${name} ${inFigures(counts[value])}`}
        </ToggleButton>
      ))}
    </fieldset>
  );
}

const filters: readonly { readonly value: Shown; readonly name: string }[] = [
  { value: "all", name: "All actions" },
  { value: "decide", name: "To decide" },
  { value: "left-out", name: "Left out" },
  { value: "know", name: "Good to know" },
];

/** The group with those of its actions alone; nothing where there are none. */
function matching(
  group: ReviewGroup,
  shown: Exclude<Shown, "all">,
  { leftOut }: Choices,
): readonly ReviewGroup[] {
  const actions = group.actions.filter(({ key, problems }) =>
    shown === "left-out" ? leftOut.has(key) : problems.some(({ level }) => level === shown),
  );
  const itself =
    shown === "left-out"
      ? leftOut.has(group.key)
      : group.problems.some(({ level }) => level === shown);
  return actions.length > 0 || itself ? [{ ...group, actions }] : [];
}

function NotUnderstood({ problems }: { problems: readonly DocumentProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <details className="import-problems">
      <summary>Words that found no place in a row: {inFigures(problems.length)}</summary>
      <ul>
        {problems.map(({ where, what }, index) => (
          <li key={index}>
            <strong>{where}</strong> {what}
          </li>
        ))}
      </ul>
    </details>
  );
}
