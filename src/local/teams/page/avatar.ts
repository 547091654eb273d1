import { element } from "./element.ts";

/** A person's or app's initials; decoration, the name stands beside it. */
export function avatar(name: string, isApp = false): HTMLElement {
  const words = name.split(" ");
  const letters = words.length > 1 ? [words.at(0), words.at(-1)] : [words.at(0)];
  const initials = letters.map((word) => word?.slice(0, 1).toUpperCase()).join("");
  return element(
    "span",
    { class: isApp ? "avatar app" : "avatar", "aria-hidden": "true" },
    initials,
  );
}
