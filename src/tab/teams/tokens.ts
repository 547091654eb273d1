export interface TokenWish {
  readonly fresh?: boolean;
  /** As JSON. */
  readonly claims?: string | undefined;
}

/** Proof of who is looking, for the services that the tab talks to. */
export interface Tokens {
  /**
   * An access token for the scope; `fresh` asks for a new one, after the old was refused, and `claims` for one that proves
   * what the service said is missing.
   * Throws SignInError where the person has to do something first, UnavailableError where nobody answers.
   */
  tokenFor(scope: string, options?: TokenWish): Promise<string>;
  /** Lets Teams ask the person; call it only when they pressed something. Throws as `tokenFor`. */
  signIn(scope: string): Promise<void>;
}
