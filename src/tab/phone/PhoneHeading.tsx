import { RatingBadge } from "#tab/rating/RatingBadge.tsx";
import { Button } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import type { PhoneRowProps } from "./phone-row-props.ts";
import type { GroupRow } from "#tab/rows/plan-rows.ts";
import { doneWords } from "#tab/rows/row-words.ts";
import { groupWords } from "#tab/rows/shown-words.ts";

/** A recommendation, or what else the actions stand under: pressing it opens and closes that. */
export function PhoneHeading({ row, scheme, today, onFold, onOpen }: PhoneRowProps<GroupRow>) {
  const { open, opens, group } = row;
  const { summary, lowest } = groupWords(group, scheme, today);
  const to = group.view?.recommendation.addressees.join(", ");
  // A month has no letters of its own: its name stands beside its rating.
  const [first, then] = group.label === "" ? [group.title] : [group.label, group.title];
  const Chevron = open ? ChevronDownRegular : ChevronRightRegular;
  return (
    <>
      <h2 className="phone-heading">
        <button type="button" aria-expanded={open} onClick={() => onFold(row.key, !open)}>
          <Chevron aria-hidden className="phone-chevron" />
          <span className="phone-words">
            <span className="phone-top">
              <span className="strong clamp phone-text">{first}</span>
              <RatingBadge rating={lowest} agreed={summary.lowestAgreed} />
            </span>
            {then !== undefined && <span className="strong clamp phone-text">{then}</span>}
            <span className="small muted clamp">
              {[doneWords(summary), to].filter(Boolean).join(" · ")}
            </span>
          </span>
        </button>
      </h2>
      {open && opens !== undefined && (
        <Button
          appearance="transparent"
          size="small"
          className="phone-more"
          data-row={opens}
          onClick={() => onOpen(opens)}
        >
          Read {group.label} in full
        </Button>
      )}
    </>
  );
}
