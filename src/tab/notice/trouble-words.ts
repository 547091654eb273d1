/** Said under the title, and announced when it begins. */
export const trouble = {
  offline: "You are offline.",
  "sign-in": "Teams needs you to sign in again.",
  refused: "You may no longer see this plan, or it was taken away. Ask its owner.",
  gone: "An administrator of the site has taken this plan out.",
  altered: "The site’s lists were changed, so that nothing new can be read from them.",
  busy: "SharePoint is too busy, and asks to wait.",
  unavailable: "SharePoint does not answer.",
} as const;
