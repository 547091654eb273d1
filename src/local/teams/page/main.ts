import "./zod-without-eval.ts";
import { readAddress } from "./address.ts";
import { choosePerson } from "./choose-person.ts";
import { element } from "./element.ts";
import { openAs } from "./open-as.ts";

const page = document.querySelector("#page") ?? document.body;
const { person, theme } = readAddress(new URL(location.href));
document.documentElement.dataset["theme"] = theme;
try {
  await (person === undefined ? choosePerson(page) : openAs(page, person));
} catch (cause) {
  const words = cause instanceof Error ? cause.message : String(cause);
  page.replaceChildren(element("p", { role: "alert", class: "card-alert" }, words));
}
