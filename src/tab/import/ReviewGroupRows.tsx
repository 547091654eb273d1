import { formatDate } from "#plan/iso-date.ts";
import { mergeClasses } from "@fluentui/react-components";
import { Checkbox } from "@fluentui/react-checkbox";
import { ErrorCircleRegular, InfoRegular, WarningRegular } from "@fluentui/react-icons";
import { memo } from "react";
import { restOfAction, restOfRecommendation } from "./rest-of-row.ts";
import { RestOfRow } from "./RestOfRow.tsx";
import type { ReviewAction, ReviewGroup, RowLevel, RowProblem } from "./review-rows.ts";
import { type Fixes, RowFixes } from "./RowFixes.tsx";

interface GroupProps extends Fixes {
  readonly group: ReviewGroup;
  readonly refused: ReadonlySet<string>;
  readonly onLeave: (key: string, out: boolean) => void;
}

/** A recommendation as it was read, and its actions under it. */
export const ReviewGroupRows = memo(function ReviewGroupRows(props: GroupProps) {
  const { group, choices, refused, onLeave } = props;
  const { ref, text, addressees } = group.recommendation;
  const out = choices.leftOut.has(group.key);
  return (
    <section className={mergeClasses("import-group", out && "import-out")}>
      <h3>
        {ref !== undefined && <span className="import-ref">{ref}</span>} {text}
      </h3>
      {addressees.length > 0 && <p className="small muted">To {addressees.join(", ")}</p>}
      <RestOfRow parts={restOfRecommendation(group.recommendation)} />
      <Problems problems={group.problems} />
      <Checkbox
        label="Leave this recommendation out"
        checked={out}
        disabled={refused.has(group.key)}
        onChange={(_event, { checked }) => onLeave(group.key, checked === true)}
      />
      <ul className="import-actions">
        {group.actions.map((action) => (
          <ActionRow key={action.key} {...props} row={action} />
        ))}
      </ul>
    </section>
  );
});

function ActionRow(props: GroupProps & { row: ReviewAction }) {
  const { row, choices, refused, onLeave } = props;
  const { action, key } = row;
  const out = choices.leftOut.has(key);
  const due = choices.due.get(key) ?? row.due;
  return (
    <li className={mergeClasses("import-row", out && "import-out")}>
      <div className="import-agency">{action.agency ?? choices.agency.get(key) ?? "No agency"}</div>
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
        <RowFixes {...props} due={due} />
        <Checkbox
          label="Leave out"
          aria-label={`Leave out: ${action.text.slice(0, 80)}`}
          checked={out}
          disabled={refused.has(key)}
          onChange={(_event, { checked }) => onLeave(key, checked === true)}
        />
      </div>
    </li>
  );
}

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
