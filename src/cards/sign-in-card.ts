import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { plain } from "./plain.ts";
import { bindCard } from "./template.ts";

/** Asks somebody to sign in before anything of the plan is shown; it holds nothing of the plan. */
export function signInCard(asked: {
  /** What they wrote, which is answered once they have signed in. */
  readonly text: string;
  readonly link: string;
}): IAdaptiveCard {
  const text = plain(asked.text, 80);
  return bindCard("sign-in", {
    text,
    links: { plan: asked.link },
    speak: "Sign in to see what you asked for.",
    fallbackText: "Sign in to see what you asked for.",
  });
}
