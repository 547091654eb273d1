import { element } from "./element.ts";
import { personItem, themeMenu, useTheme } from "./menus.ts";
import { allPeople } from "./server.ts";

/** The first page: who to be. */
export async function choosePerson(page: Element): Promise<void> {
  document.title = "Teams on this machine";
  const people = element("ul", { class: "people" });
  page.replaceChildren(
    element(
      "main",
      { class: "landing" },
      element("h1", {}, "Teams on this machine"),
      element(
        "p",
        {},
        "Choose who to be. Everybody here is fictional. Who you are stands in the page's address, so two windows are two people.",
      ),
      people,
      themeMenu((theme) => {
        useTheme(theme);
        location.reload();
      }),
    ),
  );
  people.append(...(await allPeople()).map((choice) => personItem(choice)));
}
