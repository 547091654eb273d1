import type { PageSettings, PersonChoice } from "../page-settings.ts";
import { readAddress, themes, writeAddress, type Theme } from "./address.ts";
import { element } from "./element.ts";
import { avatar } from "./avatar.ts";
import { allPeople } from "./server.ts";

const themeNames: Record<Theme, string> = {
  default: "Light",
  dark: "Dark",
  contrast: "High contrast",
};

/** The theme and the people menu at the end of the top bar. */
export function menus(settings: PageSettings, onTheme: (theme: Theme) => void): HTMLElement {
  return element("div", { class: "menus" }, themeMenu(onTheme), peopleMenu(settings));
}

/** A choice of theme; used on the page where one chooses who to be as well. */
export function themeMenu(onTheme: (theme: Theme) => void): HTMLElement {
  const current = readAddress(new URL(location.href)).theme;
  const select = element(
    "select",
    {},
    ...themes.map((theme) =>
      element("option", { value: theme, selected: theme === current }, themeNames[theme]),
    ),
  );
  select.addEventListener("change", () => {
    const chosen = themes.find((theme) => theme === select.value);
    if (chosen) onTheme(chosen);
  });
  return element("label", { class: "theme" }, element("span", {}, "Theme"), select);
}

/** Keeps the address and the colours in step. */
export function useTheme(theme: Theme): void {
  const address = { ...readAddress(new URL(location.href)), theme };
  document.documentElement.dataset["theme"] = theme;
  history.replaceState(null, "", writeAddress(address));
}

function peopleMenu({ person }: PageSettings): HTMLElement {
  const choices = element("ul", { class: "people" });
  const details = element(
    "details",
    { class: "me" },
    element(
      "summary",
      { title: "Be somebody else" },
      avatar(person.name),
      element("span", { class: "my-name" }, person.name),
    ),
    element("div", { class: "panel" }, element("h2", {}, "Be somebody else"), choices),
  );
  details.addEventListener("toggle", () => {
    if (details.open) void fill();
  });
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    details.open = false;
    details.querySelector("summary")?.focus();
  });
  details.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !details.contains(relatedTarget)) details.open = false;
  });

  async function fill(): Promise<void> {
    const people = await allPeople();
    choices.replaceChildren(...people.map((each) => personItem(each, person.id)));
  }
  return details;
}

/** One person to be, with the groups they speak for; opens the same place as that person. */
export function personItem(choice: PersonChoice, current?: string): HTMLElement {
  const here = readAddress(new URL(location.href));
  return element(
    "li",
    {},
    element(
      "a",
      {
        href: writeAddress({ ...here, person: choice.id }),
        "aria-current": choice.id === current ? "true" : undefined,
      },
      avatar(choice.name),
      element(
        "span",
        {},
        element("strong", {}, choice.name),
        element("span", { class: "speaks-for" }, speaksFor(choice)),
      ),
    ),
  );
}

function speaksFor({ speaksFor: asked }: PersonChoice): string {
  if (asked.site === "open")
    return asked.groups.length > 0 ? asked.groups.join(", ") : "In no group of the plan's site";
  return asked.site === "closed"
    ? "No right on the plan's site"
    : "The plan's site does not answer";
}
