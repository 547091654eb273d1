/** Words that end the name of an organisation; a comma before one of these stands inside a name. */
const ends =
  /\b(?:trust|group|england|council|boards?|police|practices?|partnerships?|services?|commissioners?|providers?|authority|authorities|hospitals?|schools?|agencies|agency|partners|gps?|healthwatch|care|university)$/i;
const abbreviated = /(?:\([A-Z][\w&-]*\)|\b[A-Z][A-Za-z]*[A-Z][A-Za-z]*)$/;

/** Longer lines name nobody in particular; and reading must not become slow. */
const longestLine = 1_000;

/**
 * The agencies that a line addresses: "NHS England and Anyshire CCG should:" names two. A comma or "and"
 * parts names only where a name has come to its end.
 */
export function readAddressees(line: string): readonly string[] {
  const plain = line.trim().replace(/\s*(?:should|must|to|will|needs? to)?\s*:?$/i, "");
  if (plain.length > longestLine) return [plain];
  const names: string[] = [];
  let name = "";
  for (const part of plain.split(/(\s*[,;/\n]\s*(?:and\s+)?|\s+(?:and|&)\s+)/)) {
    const isJoint = /^\s*(?:[,;/\n]|and\b|&)/.test(part);
    if (!isJoint) name += part;
    else if (endsName(name) || (/[,;]/.test(part) && holdsName(name))) {
      names.push(name.trim());
      name = "";
    } else name += part;
  }
  if (name.trim()) names.push(name.trim());
  return names;
}

function endsName(name: string): boolean {
  const plain = name.trim();
  return ends.test(plain) || abbreviated.test(plain);
}

/** "Anyshire Hospitals North, …": after a comma, what has named an organisation is over. "And" is no such sign. */
function holdsName(name: string): boolean {
  return /\b(?:trust|council|hospitals?|police|ccg|icb)\b/i.test(name);
}

/** True for a short line that can only be a name or names of agencies. */
export function namesAgencies(line: string): boolean {
  const certain = /\b(?:trust|council|police|england|group|ccg|icb)$/i;
  return (
    line.length <= 100 &&
    (certain.test(line) ||
      /^(?:the )?NHS [A-Z][\w' ]+$/.test(line) ||
      abbreviated.test(line) ||
      /^[A-Z]{2,6}$/.test(line))
  );
}
