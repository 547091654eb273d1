/** Said under the title, and announced when it begins. */
export const trouble = {
  offline: "You are offline.",
  "sign-in": "Teams needs you to sign in again.",
  unavailable: "SharePoint does not answer.",
} as const;
