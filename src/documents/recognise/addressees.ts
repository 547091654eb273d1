/** Words that end the name of an organisation; a comma before one of these stands inside a name. */
const ends =
  /\b(?:trusts?|group|england|councils?|boards?|police|practices?|partnerships?|services?|commissioners?|providers?|authority|authorities|hospitals?|schools?|agencies|agency|partners|gps?|healthwatch|care|university)$/i;
const abbreviated = /(?:\([A-Z][\w&-]*\)|\b[A-Z](?=[a-z]*[A-Z])[A-Za-z]+)$/;

/** Whoever comes after these is addressed too, whatever stands before. */
const together =
  /(?<!\s)(?:\s*,)?\s+(?:together with|in partnership with|jointly with|working (?:jointly |together )?with|alongside|as well as)\s+/i;

/** Longer lines name nobody in particular; and reading must not become slow. */
const longestLine = 1_000;

/**
 * The agencies that a line addresses: "NHS England and Anyshire CCG should:" names two. A comma or "and"
 * parts names only where a name has come to its end.
 */
export function readAddressees(line: string): readonly string[] {
  if (line.length > longestLine) return [line.trim()];
  const plain = line.trim().replace(/(?<!\s)\s*(?:(?:should|must|to|will|needs? to)\s*)?:?$/i, "");
  return plain.replace(/,$/, "").split(together).flatMap(namesJoined);
}

function namesJoined(plain: string): readonly string[] {
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

/** Names that are joined by "and" with another, parted where each is known from elsewhere in the document. */
export function partedAtKnown(name: string, known: ReadonlySet<string>): readonly string[] {
  for (const joint of name.matchAll(/\s+(?:and|&)\s+/g)) {
    const [left, right] = [name.slice(0, joint.index), name.slice(joint.index + joint[0].length)];
    if (known.has(left) || known.has(right)) return [left, ...partedAtKnown(right, known)];
  }
  return [name];
}

/** "All providers", "The boards of all trusts": organisations of a kind, and not people in them. */
export function namesKind(line: string): boolean {
  const [, before] =
    /^(?:all|each|every|both|the|local|partner)\s+((?:[\w-]+\s+){0,4})(?:trusts?|providers?|partners?|agencies|boards?|commissioners?|practices?|services|schools|organi[sz]ations|authority|authorities|partnership|councils?|police)$/i.exec(
      line.trim(),
    ) ?? [];
  return (
    before !== undefined &&
    !/\b(?:staff|children|parents|young|people|profession\w+|practitioners|records)\b/i.test(before)
  );
}

/** Services of an area as headings over their actions call them; elsewhere these words may be what something is about. */
const services =
  /^(?:(?:adult|children['’]?s|child) social (?:care|services)|housing(?: services?)?|education|schools?|public health|primary care|general practice|fire (?:and|&) rescue(?: service)?|ambulance(?: service)?|probation(?: service)?|(?:national )?health services?|youth (?:justice|offending) (?:service|team)|all (?:agencies|partners|organi[sz]ations)|(?:the )?(?:\w+ ){0,3}(?:board|partnership))$/i;

/** True for a heading over actions that says whose they are. */
export function headsAgency(heading: string): boolean {
  return namesAgencies(heading) || services.test(heading.trim());
}

/** True for a short line that can only be a name or names of agencies. */
export function namesAgencies(line: string): boolean {
  const certain =
    /\b(?:trust|council|police|constabulary|england|group|ccg|icb|(?:care|safeguarding(?: \w+)?) (?:board|partnership)|(?:ambulance|probation|fire and rescue|youth justice) service)$/i;
  return (
    line.length <= 100 &&
    (certain.test(line) ||
      /^(?:the )?NHS [A-Z][\w' ]+$/.test(line) ||
      abbreviated.test(line) ||
      /^[A-Z]{2,6}$/.test(line))
  );
}
