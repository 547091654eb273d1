import { formatDate, type IsoDate } from "#plan/iso-date.ts";
import { mergeClasses } from "@fluentui/react-components";
import { Checkbox } from "@fluentui/react-checkbox";
import { ErrorCircleRegular, InfoRegular, WarningRegular } from "@fluentui/react-icons";
import { memo } from "react";
import { restOfAction, restOfRecommendation } from "./rest-of-row.ts";
import { RestOfRow } from "./RestOfRow.tsx";
import type { ReviewAction, ReviewGroup, RowLevel, RowProblem } from "./review-rows.ts";
import { type Decide, RowFixes } from "./RowFixes.tsx";

interface StandingProps {
  readonly out: boolean;
  /** It cannot be taken over as it is. */
  readonly isRefused: boolean;
  readonly onDecide: Decide;
}

/** A recommendation as it was read; its actions come after it. */
export const RecommendationRow = memo(function RecommendationRow({
  group,
  out,
  isRefused,
  onDecide,
}: StandingProps & { readonly group: ReviewGroup }) {
  const { ref, text, addressees } = group.recommendation;
  return (
    <div className="import-group">
      <h3>
        {ref !== undefined && <span className="import-ref">{ref}</span>} {text}
      </h3>
      {addressees.length > 0 && <p className="small muted">To {addressees.join(", ")}</p>}
      <RestOfRow parts={restOfRecommendation(group.recommendation)} />
      <Problems problems={group.problems} />
      <Checkbox
        label="Leave this recommendation out"
        checked={out}
        disabled={isRefused}
        onChange={(_event, { checked }) =>
          onDecide(group.key, { what: "leftOut", answer: checked === true })
        }
      />
    </div>
  );
});

interface ActionRowProps extends StandingProps {
  readonly row: ReviewAction;
  /** It is left out, or all of its recommendation is. */
  readonly isGone: boolean;
  /** What the person said, where they did. */
  readonly day: IsoDate | undefined;
  readonly agency: string | undefined;
  readonly agencies: readonly string[];
}

/** An action as it was read, with what is to be known of it and decided. */
export const ActionRow = memo(function ActionRow(props: ActionRowProps) {
  const { row, out, isGone, isRefused, day, agency, agencies, onDecide } = props;
  const { action, key } = row;
  const due = day ?? row.due;
  return (
    <div className={mergeClasses("import-row", isGone && "import-out")}>
      <div className="import-agency">{action.agency ?? agency ?? "No agency"}</div>
      <div>
        <div className="import-what-for">{action.text}</div>
        <RestOfRow parts={restOfAction(action)} />
      </div>
      <div className="small">{action.leads.join(", ") || "No lead"}</div>
      <div>
        {action.dueText !== undefined && <div className="small muted">“{action.dueText}”</div>}
        <div>{due === undefined ? "No date" : formatDate(due)}</div>
      </div>
      <div>
        <Problems problems={row.problems} />
        <RowFixes {...{ row, due, agency, agencies, onDecide }} />
        <Checkbox
          label="Leave out"
          aria-label={`Leave out: ${action.text.slice(0, 80)}`}
          checked={out}
          disabled={isRefused}
          onChange={(_event, { checked }) =>
            onDecide(key, { what: "leftOut", answer: checked === true })
          }
        />
      </div>
    </div>
  );
});

const signs: Readonly<Record<RowLevel, { Icon: typeof InfoRegular; name: string }>> = {
  "left-out": { Icon: ErrorCircleRegular, name: "Left out" },
  decide: { Icon: WarningRegular, name: "To decide" },
  know: { Icon: InfoRegular, name: "Good to know" },
};

function Problems({ problems }: { problems: readonly RowProblem[] }) {
  return problems.map(({ level, what, why }) => {
    const { Icon, name } = signs[level];
    return (
      <div key={what} className={mergeClasses("import-problem", `import-${level}`)}>
        <Icon aria-label={name} className="import-sign" />
        <div>
          <strong>{what}</strong>
          <div className="small">{why}</div>
        </div>
      </div>
    );
  });
}
