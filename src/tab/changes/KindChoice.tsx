import { inFigures } from "#plan/words.ts";
import { ToggleButton } from "@fluentui/react-components";
import { kindNames, type ShownKind } from "./change-words.ts";
import "#tab/filter/tools.css";

interface KindChoiceProps {
  readonly counts: ReadonlyMap<ShownKind, number>;
  /** Empty for all. */
  readonly value: string;
  readonly onChoose: (kind: string) => void;
}

/** Only the changes of one kind, with how many there are of each. */
export function KindChoice({ counts, value, onChoose }: KindChoiceProps) {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const kinds = Object.entries(kindNames).flatMap(([kind, name]) => {
    const count = isKind(kind) ? (counts.get(kind) ?? 0) : 0;
    return count > 0 || kind === value ? { kind, name, count } : [];
  });
  return (
    <fieldset className="changes-kinds">
      <legend className="said">Show only changes of this kind</legend>
      {[{ kind: "", name: "All", count: all }, ...kinds].map(({ kind, name, count }) => (
        <ToggleButton
          key={kind}
          size="small"
          shape="circular"
          checked={kind === value}
          onClick={() => onChoose(kind)}
        >
          {name} {inFigures(count)}
        </ToggleButton>
      ))}
    </fieldset>
  );
}

function isKind(text: string): text is ShownKind {
  return Object.hasOwn(kindNames, text);
}
