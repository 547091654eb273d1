import type { DocumentProblem } from "#documents/plan-document.ts";
import { counted, inFigures } from "#plan/words.ts";
import { useCountSaid } from "#tab/notice/use-count-said.ts";
import { Button, ToggleButton } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { NotUnderstood } from "./NotUnderstood.tsx";
import { RowList } from "./RowList.tsx";
import type { Choices, ReviewGroup } from "./review-rows.ts";
import { ActionRow, RecommendationRow } from "./ReviewRow.tsx";
import type { Decide } from "./RowFixes.tsx";
import { countRows, type Shown, type ShownRow, shownRows } from "./shown-rows.ts";

export interface ReviewRowsProps {
  readonly groups: readonly ReviewGroup[];
  /** What was not understood, with where it stood and its words. */
  readonly problems: readonly DocumentProblem[];
  readonly choices: Choices;
  /** Keys of the rows that cannot be taken over. */
  readonly refused: ReadonlySet<string>;
  /** Short names of the agencies that a row may be given to. */
  readonly agencies: readonly string[];
  /** The same function each time. */
  readonly onDecide: Decide;
}

/** Every row of the document, or those with something to decide or to know. */
export function ReviewRows(props: ReviewRowsProps) {
  const { groups, problems, choices, refused, agencies, onDecide } = props;
  const [shown, setShown] = useState<Shown>("all");
  const leftOut = shown === "left-out" ? choices.leftOut : nothing;
  const rows = useMemo(() => shownRows(groups, shown, leftOut), [groups, shown, leftOut]);
  useCountSaid(shown, `${counted(rows.length, "row")} shown`);
  if (groups.length === 0) return <NothingFound problems={problems} />;
  return (
    <>
      <Filters {...{ shown, groups, problems, choices }} onShown={setShown} />
      {(shown === "all" || shown === "know") && <NotUnderstood problems={problems} />}
      <RowList
        key={shown}
        rows={rows}
        renderRow={drawn({ choices, refused, agencies, onDecide })}
      />
      {rows.length === 0 && <p className="muted">No row is like that.</p>}
    </>
  );
}

const nothing: Choices["leftOut"] = new Set();

/** Each row is told what concerns it alone, so that a choice draws one of them anew. */
function drawn(of: Pick<ReviewRowsProps, "choices" | "refused" | "agencies" | "onDecide">) {
  const { choices, refused, agencies, onDecide } = of;
  return ({ key, ...each }: ShownRow) => {
    const standing = { out: choices.leftOut.has(key), isRefused: refused.has(key), onDecide };
    if (each.type === "group") return <RecommendationRow group={each.group} {...standing} />;
    return (
      <ActionRow
        {...standing}
        row={each.row}
        isGone={standing.out || choices.leftOut.has(each.under)}
        day={choices.due.get(key)}
        agency={choices.agency.get(key)}
        agencies={agencies}
      />
    );
  };
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

interface FiltersProps extends Pick<ReviewRowsProps, "groups" | "problems" | "choices"> {
  readonly shown: Shown;
  readonly onShown: (shown: Shown) => void;
}

function Filters({ shown, groups, problems, choices, onShown }: FiltersProps) {
  const counts = useMemo(
    () => ({
      all: countRows(groups, "all"),
      decide: countRows(groups, "decide"),
      know: problems.length + countRows(groups, "know"),
    }),
    [groups, problems],
  );
  const all: Readonly<Record<Shown, number>> = { ...counts, "left-out": choices.leftOut.size };
  return (
    <div className="import-tools">
      <fieldset className="import-filters" aria-label="Which rows are shown">
        {filters.map(({ value, name }) => (
          <ToggleButton
            key={value}
            size="small"
            appearance="subtle"
            checked={shown === value}
            onClick={() => onShown(value)}
          >
            {`${name} ${inFigures(all[value])}`}
          </ToggleButton>
        ))}
      </fieldset>
      <Button className="import-skip" size="small" onClick={skipRows}>
        Skip the rows
      </Button>
    </div>
  );
}

/** With the keyboard alone a long document would stand between the reader and what saves it. */
function skipRows(): void {
  document.querySelector<HTMLElement>(".import-foot button:last-of-type")?.focus();
}

const filters: readonly { readonly value: Shown; readonly name: string }[] = [
  { value: "all", name: "All actions" },
  { value: "decide", name: "To decide" },
  { value: "left-out", name: "Left out" },
  { value: "know", name: "Good to know" },
];
