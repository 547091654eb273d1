interface Shown<State> {
  readonly validationState: State;
  readonly validationMessage: { readonly children: string; readonly role: undefined };
}

/**
 * What Fluent's Field shows where something is missing. It belongs to the field, and is read with it: when Save brings
 * the focus there, or, where somebody is typing in it, as its description changes. As Fluent has it, it would be an alert
 * too, and everybody would hear it twice.
 */
export function invalid(problem: string | undefined): Shown<"error"> | undefined {
  return problem === undefined ? undefined : shown("error", problem);
}

/** The same for what somebody should look at, and may leave as it is. */
export function doubtful(warning: string | undefined): Shown<"warning"> | undefined {
  return warning === undefined ? undefined : shown("warning", warning);
}

function shown<State>(validationState: State, children: string): Shown<State> {
  return { validationState, validationMessage: { children, role: undefined } };
}
