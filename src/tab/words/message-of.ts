import { PlanError } from "#plan/errors.ts";

/** What to tell the person; errors that were not written for people get words that were. */
export function messageOf(error: unknown): string {
  if (error instanceof PlanError) return error.message;
  // What a browser throws for a part of the program that it could not fetch.
  if (error instanceof TypeError && /module/i.test(error.message))
    return "A part of this page could not be fetched. Check the connection and try again.";
  return "Something went wrong that we did not expect. Try again; if it stays, tell whoever runs the action plan for you.";
}
