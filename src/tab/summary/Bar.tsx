import { inFigures } from "#plan/words.ts";
import "./bars.css";

/** A part of a bar: how much, and the class that draws it. */
export interface BarPart {
  readonly name: string;
  readonly className: string;
  readonly count: number;
  /** Shows what it counts. */
  readonly onShow?: (() => void) | undefined;
}

interface BarProps {
  readonly parts: readonly BarPart[];
  /** The longest bar beside it is as wide as there is room. */
  readonly longest: number;
  /** Numbers stand in the parts. */
  readonly numbered?: boolean;
}

/**
 * A row of a chart. Its numbers stand beside it as text, and lead to what they count: it is hidden from screen readers,
 * and pressing a part of it is for the mouse alone.
 */
export function Bar({ parts, longest, numbered = false }: BarProps) {
  const all = parts.reduce((sum, { count }) => sum + count, 0);
  return (
    <span className="bar" aria-hidden>
      <span className="bar-full" style={{ width: `${longest === 0 ? 0 : (all / longest) * 100}%` }}>
        {parts
          .filter(({ count }) => count > 0)
          .map(({ name, className, count, onShow }) => (
            <button
              key={name}
              type="button"
              tabIndex={-1}
              className={`bar-part ${className}`}
              style={{ flexGrow: count }}
              title={`${name}: ${inFigures(count)}`}
              disabled={!onShow}
              onClick={onShow}
            >
              {numbered && inFigures(count)}
            </button>
          ))}
      </span>
    </span>
  );
}
