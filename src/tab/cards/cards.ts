/** The cards that the bot keeps in the plan's channel. */
export interface Cards {
  /** Posts the action's card. Throws NotAllowedError, UnavailableError and others, each with a message for people. */
  post(planId: number, actionId: number): Promise<void>;
  /** Brings every posted card of the action up to date. Throws as `post`. */
  refresh(planId: number, actionId: number): Promise<void>;
  /** Lets Teams ask the person to confirm, where `post` threw SignInError. Throws as `post`. */
  readonly signIn: () => Promise<void>;
}
