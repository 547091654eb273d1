import type { UnknownAgency } from "#plan/known-agencies.ts";
import type { Agency } from "#plan/plan.ts";
import { counted } from "#plan/words.ts";
import { inSteps, ShowMore } from "#tab/layout/ShowMore.tsx";
import { Field } from "@fluentui/react-field";
import { Select } from "@fluentui/react-select";
import { useState } from "react";

interface AgencyQuestionsProps {
  readonly unknown: readonly UnknownAgency[];
  readonly agencies: readonly Agency[];
  /** What was said so far: the name as printed, and the agency's short name. */
  readonly same: ReadonlyMap<string, string>;
  readonly onSame: (same: ReadonlyMap<string, string>) => void;
}

/** Names that nobody here is known by: a new agency each, or one that is here under another name. It is never guessed. */
export function AgencyQuestions({ unknown, agencies, same, onSame }: AgencyQuestionsProps) {
  const [most, setMost] = useState(inSteps);
  const names = [...new Set([...same.keys(), ...unknown.map(({ name }) => name)])];
  if (names.length === 0 || agencies.length === 0) return null;
  const mayBe = new Map(unknown.map((each) => [each.name, each.mayBe]));
  function say(name: string, shortName: string): void {
    const said = new Map(same);
    if (shortName === "") said.delete(name);
    else said.set(name, shortName);
    onSame(said);
  }
  return (
    <details className="import-agencies" open={unknown.some((each) => each.mayBe.length > 0)}>
      <summary>
        {counted(names.length, "agency is", "agencies are")} not known here by{" "}
        {names.length === 1 ? "this name" : "these names"}
      </summary>
      <div className="import-agency-fields">
        {names.slice(0, most).map((name) => (
          <Field key={name} label={name} hint={hintFor(mayBe.get(name))}>
            <Select value={same.get(name) ?? ""} onChange={(_event, { value }) => say(name, value)}>
              <option value="">A new agency</option>
              {agencies.map(({ shortName, name: whole }) => (
                <option key={shortName} value={shortName}>
                  {shortName === whole ? shortName : `${shortName}, ${whole}`}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
      <ShowMore of={names.length} most={most} onMost={setMost} />
    </details>
  );
}

function hintFor(mayBe: readonly string[] = []): string {
  return mayBe.length === 0
    ? ""
    : `It may be ${new Intl.ListFormat("en-GB", { type: "disjunction" }).format(mayBe)}.`;
}
