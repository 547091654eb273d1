/**
 * Text as people read it: a hyphen that only says where a word may break and marks without width are not printed, and a
 * space that keeps two words together is a space.
 */
export function plainCharacters(text: string): string {
  return unusual.test(text)
    ? text.replaceAll(/[\u00ad\u200b\u2060\ufeff]/g, "").replaceAll(/[\u00a0\u2007\u202f]/g, " ")
    : text;
}

const unusual = /[\u00a0\u00ad\u2007\u200b\u202f\u2060\ufeff]/;
