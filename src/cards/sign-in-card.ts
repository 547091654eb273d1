import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { plain, plainRef } from "./plain.ts";
import { bindCard } from "./template.ts";

/** Asks somebody to sign in before anything of the plan is shown; it holds nothing of the plan. */
export function signInCard(asked: {
  readonly planId: number;
  readonly ref: string;
  /** An agency to narrow by; empty for all. */
  readonly agency: string;
  readonly link: string;
}): IAdaptiveCard {
  const ref = plainRef(asked.ref);
  return bindCard("sign-in", {
    planId: asked.planId,
    ref,
    agency: plain(asked.agency, 40),
    links: { plan: asked.link },
    speak: `Sign in to see recommendation ${ref}.`,
    fallbackText: `Sign in to see recommendation ${ref}.`,
  });
}
