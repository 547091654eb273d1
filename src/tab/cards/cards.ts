/** A recommendation's thread in the plan's channel. */
export interface Thread {
  /** Teams conversation id of the thread, `CHANNEL;messageid=MESSAGE`. */
  readonly conversation: string;
  /** The message that the thread hangs on. */
  readonly message: string;
  /** A link of Teams that opens it anywhere. */
  readonly deepLink: string;
}

/** The cards that the bot keeps in the plan's channel. */
export interface Cards {
  /** Posts the action's card. Throws NotAllowedError, UnavailableError and others, each with a message for people. */
  post(planId: number, actionId: number): Promise<void>;
  /** Brings every posted card of the action up to date. Throws as `post`. */
  refresh(planId: number, actionId: number): Promise<void>;
  /** The recommendation's one thread, begun where it has none. Throws as `post`. */
  thread(planId: number, recommendationId: number): Promise<Thread>;
  /** The minutes' card of a meeting that has ended, posted once however often it is asked for. Throws as `post`. */
  postMinutes(planId: number, meetingId: number): Promise<void>;
  /** Lets Teams ask the person to confirm, where `post` threw SignInError. Throws as `post`. */
  readonly signIn: () => Promise<void>;
}
