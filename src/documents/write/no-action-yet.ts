/** What our Word plans say where a recommendation has no action; reading leaves it out, so that it never becomes one. */
export const noActionYet = "No action is recorded under this recommendation yet.";
