import type { Field } from "../fields/field.ts";
import { Refusal } from "./refusal.ts";

const longestNote = 65_536;
const longTexts = new Set<string>(["Note", "Location", "Thumbnail"]);

/** What SharePoint's store itself refuses, by whichever way a text comes. Empty text is nothing. */
export function checkText(field: Field, text: string): string | null {
  const longest = longTexts.has(field.type) ? longestNote : Math.min(field.settings.maxLength, 255);
  if (text.length > longest)
    throw new Refusal(
      longTexts.has(field.type)
        ? `The value of the field ${field.title} is too long: it takes ${longest} characters.`
        : `This field can have no more than ${longest} characters.`,
      -2130575155,
    );
  return text === "" ? null : text;
}

/** What a form refuses besides; plain REST calls are let through, as SharePoint does. */
export function checkChoice(field: Field, text: string): void {
  const { choices, fillIn } = field.settings;
  if (text !== "" && !fillIn && !choices.includes(text))
    throw new Refusal(
      `You must select a value from the list of choices: '${text}' is not one of the choices of ${field.title}.`,
    );
}

export function checkRange(field: Field, value: number): void {
  const { minimum, maximum } = field.settings;
  if ((minimum !== null && value < minimum) || (maximum !== null && value > maximum))
    throw new Refusal(
      `The value of this field must be between ${minimum ?? "any"} and ${maximum ?? "any"}.`,
    );
}
