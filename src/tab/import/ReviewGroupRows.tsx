import { formatDate, type IsoDate } from "#plan/iso-date.ts";
import { mergeClasses } from "@fluentui/react-components";
import { Checkbox } from "@fluentui/react-checkbox";
import { ErrorCircleRegular, InfoRegular, WarningRegular } from "@fluentui/react-icons";
import { Select } from "@fluentui/react-select";
import { memo } from "react";
import type { Choices, ReviewAction, ReviewGroup, RowLevel, RowProblem } from "./review-rows.ts";

interface GroupProps {
  readonly group: ReviewGroup;
  readonly choices: Choices;
  readonly refused: ReadonlySet<string>;
  readonly onLeave: (key: string, out: boolean) => void;
  readonly onDue: (key: string, day: IsoDate) => void;
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

function ActionRow({ row, choices, refused, onLeave, onDue }: GroupProps & { row: ReviewAction }) {
  const { action, key } = row;
  const out = choices.leftOut.has(key);
  const due = choices.due.get(key) ?? row.due;
  return (
    <li className={mergeClasses("import-row", out && "import-out")}>
      <div className="import-agency">{action.agency ?? "No agency"}</div>
      <div>
        {action.text}
        {action.progress !== undefined && (
          <details>
            <summary className="small">Progress as printed</summary>
            <p className="import-printed">{action.progress}</p>
          </details>
        )}
      </div>
      <div className="small">{action.leads.join(", ") || "No lead"}</div>
      <div>
        {action.dueText !== undefined && <div className="small muted">“{action.dueText}”</div>}
        <div>{due === undefined ? "No date" : formatDate(due)}</div>
      </div>
      <div>
        <Problems problems={row.problems} />
        <DueChoice row={row} due={due} onDue={onDue} />
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

function DueChoice({
  row: { action, key, problems },
  due,
  onDue,
}: Pick<GroupProps, "onDue"> & { row: ReviewAction; due: IsoDate | undefined }) {
  const dates = problems.flatMap((problem) => problem.dates ?? []);
  if (dates.length === 0) return null;
  return (
    <Select
      size="small"
      aria-label={`Due date of: ${action.text.slice(0, 80)}`}
      value={due ?? ""}
      onChange={(_event, { value }) => {
        const day = dates.find((each) => each === value);
        if (day) onDue(key, day);
      }}
    >
      {dates.map((day) => (
        <option key={day} value={day}>
          Due {formatDate(day)}
        </option>
      ))}
    </Select>
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
