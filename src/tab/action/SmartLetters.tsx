import { assessSmart } from "#plan/smart.ts";
import type { ActionView } from "#tab/rows/plan-view.ts";

/** How far the action is SMART: the letters that nothing in it shows, and on a press the words that show the others. */
export function SmartLetters({
  view,
}: {
  readonly view: Pick<ActionView, "action" | "recommendation">;
}) {
  const { specific, measurable, assignable, relevant, timeBound } = assessSmart(
    view.action,
    view.recommendation,
  );
  const letters = [specific, measurable, assignable, relevant, timeBound];
  const missing = letters.filter(({ met }) => !met).map(({ name }) => name.toLowerCase());
  return (
    <details>
      <summary>
        {missing.length === 0 ? "All five letters are shown" : `Not shown: ${missing.join(", ")}`}
      </summary>
      <ul className="small">
        {letters.map(({ name, asks, words }) => (
          <li key={name}>
            {name}: {words.length > 0 ? words.map((word) => `“${word}”`).join(", ") : asks}
          </li>
        ))}
      </ul>
    </details>
  );
}
