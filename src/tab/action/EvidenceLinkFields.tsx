import { Field } from "@fluentui/react-field";
import { Input } from "@fluentui/react-input";
import { Radio, RadioGroup } from "@fluentui/react-radio";
import { invalid } from "./invalid.ts";
import type { ProposalForm } from "./use-proposal.ts";

/** A link to evidence, and what it shows; the rest of the questions come when there is a link. */
export function EvidenceLinkFields({ form }: { form: ProposalForm }) {
  const { draft, problems, change } = form;
  return (
    <div className="evidence">
      <Field
        label="Link to evidence (optional)"
        hint="A file or page that the group may open."
        {...invalid(problems.linkUrl)}
      >
        <Input
          type="url"
          placeholder="https://"
          value={draft.linkUrl}
          onChange={(_, { value }) => change({ linkUrl: value })}
        />
      </Field>
      {(draft.linkUrl.trim() !== "" || draft.linkName !== "") && (
        <>
          <Field label="What it is (optional)">
            <Input
              placeholder="Audit report, November"
              value={draft.linkName}
              onChange={(_, { value }) => change({ linkName: value })}
            />
          </Field>
          <Field label="What it shows" required {...invalid(problems.linkKind)}>
            <RadioGroup
              value={draft.linkKind ?? ""}
              onChange={(_, { value }) =>
                change({ linkKind: value === "impact" ? "impact" : "activity" })
              }
            >
              <Radio value="activity" label="Activity: something was done" />
              <Radio value="impact" label="Impact: something changed for children" />
            </RadioGroup>
          </Field>
        </>
      )}
    </div>
  );
}
