import type { DocumentProblem } from "#documents/plan-document.ts";
import { inFigures } from "#plan/words.ts";
import { useState } from "react";
import { inSteps, ShowMore } from "#tab/layout/ShowMore.tsx";

/** The words of a document that are in no row, with where they stood. */
export function NotUnderstood({ problems }: { readonly problems: readonly DocumentProblem[] }) {
  const [isOpen, setOpen] = useState(false);
  const [most, setMost] = useState(inSteps);
  if (problems.length === 0) return null;
  return (
    <details
      className="import-agencies import-problems"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>Words that found no place in a row: {inFigures(problems.length)}</summary>
      {isOpen && (
        <>
          <ul>
            {problems.slice(0, most).map(({ where, what }, index) => (
              <li key={index}>
                <strong>{where}</strong> {what}
              </li>
            ))}
          </ul>
          <ShowMore of={problems.length} most={most} onMost={setMost} />
        </>
      )}
    </details>
  );
}
