/** What Fluent's Field shows where something is missing. */
export function invalid(
  problem: string | undefined,
): { validationState: "error"; validationMessage: string } | undefined {
  return problem === undefined
    ? undefined
    : { validationState: "error", validationMessage: problem };
}
