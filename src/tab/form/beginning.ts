/** As much of a text as has room, with an ellipsis where that is not all. */
export function beginning(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, letters)}…`;
}
