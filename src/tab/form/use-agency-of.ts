import { useEffect, useEffectEvent } from "react";

/**
 * A draft may name an agency that was renamed since, or that the action does not name any more: it is then the only one
 * there is, or asked for again.
 */
export function useAgencyOf(
  choices: readonly string[],
  agency: string | undefined,
  onChange: (agency: string | undefined) => void,
): void {
  const [first, second] = choices;
  const isGone = agency !== undefined && !choices.includes(agency);
  const settle = useEffectEvent(() => onChange(second === undefined ? first : undefined));
  useEffect(() => {
    if (isGone) settle();
  }, [isGone]);
}
