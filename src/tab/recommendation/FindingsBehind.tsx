import { type Finding, findingsBehind } from "#plan/finding.ts";
import type { Recommendation } from "#plan/plan.ts";
import { counted } from "#plan/words.ts";
import { Field } from "#tab/drawer/Field.tsx";
import { messageOf } from "#tab/words/message-of.ts";
import { usePorts } from "#tab/ports/ports.ts";
import { useEffect, useState } from "react";

interface FindingsBehindProps {
  readonly planId: number;
  readonly recommendation: Recommendation;
}

/** The findings of the report that a recommendation stands on, in their words; nothing where no report was imported. */
export function FindingsBehind({ planId, recommendation }: FindingsBehindProps) {
  const { findings, error } = useFindingsOf(planId);
  if (error !== undefined)
    return <p role="alert">The findings behind it could not be read. {messageOf(error)}</p>;
  const behind = findingsBehind(recommendation, findings ?? []);
  if (behind.length === 0) return null;
  return (
    <details className="recommendation-findings">
      <summary>{counted(behind.length, "finding")} of the report behind it</summary>
      <dl className="fields">
        {behind.map(({ paragraph, text }) => (
          <Field key={paragraph} name={paragraph}>
            {text}
          </Field>
        ))}
      </dl>
    </details>
  );
}

interface FindingsOf {
  readonly findings?: readonly Finding[];
  readonly error?: unknown;
}

/** Those of the plan's report, read when the first recommendation is looked at. */
function useFindingsOf(planId: number): FindingsOf {
  const { findings: connect } = usePorts();
  const [read, setRead] = useState<FindingsOf & { readonly of: number }>();
  useEffect(() => {
    let wanted = true;
    const ofPlan = async () => (await connect()).forPlan(planId);
    ofPlan().then(
      (findings) => wanted && setRead({ of: planId, findings }),
      (error: unknown) => wanted && setRead({ of: planId, error }),
    );
    return () => {
      wanted = false;
    };
  }, [connect, planId]);
  return read?.of === planId ? read : {};
}
