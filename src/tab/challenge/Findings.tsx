import { checks, type Finding } from "#plan/checks.ts";
import { Button } from "@fluentui/react-components";
import { FlagRegular } from "@fluentui/react-icons";
import { agencyName } from "#tab/form/agency-name.ts";
import type { Agency } from "#plan/plan.ts";
import { useId } from "react";
import { draftOf, type QuestionDraft } from "./PutChallenge.tsx";
import "./challenge.css";

interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly agencies: readonly Agency[];
  /** Undefined for those who put no questions. */
  readonly onAsk: ((draft: QuestionDraft) => void) | undefined;
}

/** What the checks find here: what they say, the question they draft, and why they look at it at all. */
export function Findings({ findings, agencies, onAsk }: FindingsProps) {
  if (findings.length === 0) return null;
  return (
    <section className="findings" aria-labelledby="findings-title">
      <h3 id="findings-title">
        <FlagRegular aria-hidden />
        The group may ask
      </h3>
      <ul>
        {findings.map((finding) => (
          <Found
            key={`${finding.check} ${finding.agency} ${finding.asks}`}
            {...{ finding, agencies, onAsk }}
          />
        ))}
      </ul>
    </section>
  );
}

function Found(props: Omit<FindingsProps, "findings"> & { readonly finding: Finding }) {
  const { finding, agencies, onAsk } = props;
  const asks = useId();
  return (
    <li>
      <div className={finding.weight === "strong" ? "strong" : undefined}>{finding.says}</div>
      <div id={asks}>
        {finding.agency !== "" && (
          <span className="muted">{agencyName(agencies, finding.agency)}: </span>
        )}
        {finding.asks}
      </div>
      <Why finding={finding} />
      {onAsk && (
        <Button size="small" aria-describedby={asks} onClick={() => onAsk(draftOf(finding))}>
          Put this question
        </Button>
      )}
    </li>
  );
}

function Why({ finding }: { finding: Finding }) {
  const check = checks.find(({ id }) => id === finding.check);
  if (!check) return null;
  return (
    <details className="small">
      <summary>Why is this here?</summary>
      <p>
        The check “{check.title}” found it. {check.why}
      </p>
    </details>
  );
}
