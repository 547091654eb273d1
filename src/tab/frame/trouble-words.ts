/** Said under the title, and announced when it begins. */
export const trouble = {
  offline: "You are offline.",
  "sign-in": "Teams needs you to sign in again.",
  refused: "You may no longer see this plan, or it was taken away. Ask its owner.",
  unavailable: "SharePoint does not answer.",
} as const;
