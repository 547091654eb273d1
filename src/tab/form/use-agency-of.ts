import { useEffect, useEffectEvent } from "react";

/**
 * A draft may name an agency that was renamed since, or that the action does not name any more, or none because there
 * were several: it is then the only one there is, or asked for again. Where there is none it stays, for it may come back.
 */
export function useAgencyOf(
  choices: readonly string[],
  agency: string | undefined,
  onChange: (agency: string | undefined) => void,
): void {
  const [first, second] = choices;
  const only = second === undefined ? first : undefined;
  const isOther = agency === undefined ? only !== undefined : !choices.includes(agency);
  const isWrong = first !== undefined && isOther;
  const settle = useEffectEvent(() => onChange(only));
  useEffect(() => {
    if (isWrong) settle();
  }, [isWrong]);
}
