import { compareWords } from "#plan/changes-in-words.ts";
import { formatDate, isIsoDate } from "#plan/iso-date.ts";
import { invalid } from "#tab/form/invalid.ts";
import { Field } from "@fluentui/react-field";
import { Radio, RadioGroup } from "@fluentui/react-radio";
import { type DefinitionField, linesOf } from "./fields.ts";

interface ConflictProps {
  readonly field: DefinitionField;
  readonly mine: string;
  readonly theirs: string;
  readonly chosen: "mine" | "theirs" | undefined;
  /** Saving was tried: a choice that is not made is asked for. */
  readonly missing: boolean;
  readonly onChoose: (which: "mine" | "theirs") => void;
}

/** Two versions of one field in full, one of them to be chosen. */
export function Conflict({ field, mine, theirs, chosen, missing, onChoose }: ConflictProps) {
  const problem = missing && chosen === undefined ? "Choose which words stand." : undefined;
  return (
    <Field label={`${field.label}: changed twice`} required {...invalid(problem)}>
      <RadioGroup
        className="choice"
        value={chosen ?? ""}
        onChange={(_, { value }) => onChoose(value === "theirs" ? "theirs" : "mine")}
      >
        {(["mine", "theirs"] as const).map((which) => (
          <Radio
            key={which}
            value={which}
            className={`choice-card ${chosen === which ? "choice-card-chosen" : ""}`}
            label={
              <>
                <span className="choice-name strong">
                  {which === "mine" ? "Yours" : "Theirs, which stands now"}
                </span>
                <span className="choice-words definition-words">
                  <Words
                    of={shown(field, which === "mine" ? mine : theirs)}
                    beside={shown(field, which === "mine" ? theirs : mine)}
                  />
                </span>
              </>
            }
          />
        ))}
      </RadioGroup>
    </Field>
  );
}

/** A text, with the words marked that the other one does not have. */
function Words({ of, beside }: { readonly of: string; readonly beside: string }) {
  return compareWords(beside, of)
    .filter(({ kind }) => kind !== "gone")
    .map(({ kind, words }, index) =>
      kind === "same" ? (
        <span key={index}>{words}</span>
      ) : (
        <mark key={index} className="definition-differs">
          {words}
        </mark>
      ),
    );
}

function shown({ kind }: DefinitionField, text: string): string {
  if (text === "") return "Nothing";
  if (isIsoDate(text)) return formatDate(text);
  return kind === "agencies" ? linesOf(text).join(", ") : text;
}
