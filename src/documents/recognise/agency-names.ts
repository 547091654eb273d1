/** The agencies of one plan, learnt from how the plan itself writes them. */
export interface AgencyNames {
  /** Those that a cell names, in its order, each once; words that are no known agency stay as printed. */
  namedIn(cell: string): readonly string[];
}

/** A longer cell is no list of agencies; and reading must not become slow. */
const longestCell = 500;
/** No plan has so many agencies: beyond this the column holds something else, and nothing more is learnt. */
const mostNames = 300;
const acronym = /^[A-Z](?=[a-z]*[A-Z])[A-Za-z]+$/;

/** Learns from the agency cells of all actions and from the recommendations' addressees. */
export function agencyNames(cells: readonly string[], addressees: readonly string[]): AgencyNames {
  const known = new Set(addressees.flatMap(shortNames));
  const pieces = [...new Set(cells)].flatMap((cell) => split(cell, known));
  for (const piece of pieces) {
    if (known.size < mostNames && acronym.test(piece)) known.add(piece);
  }
  for (const name of sharedBeginnings(pieces, known)) known.add(name);
  for (const cell of new Set(cells)) {
    if (known.size < mostNames && isOneName(cell, known)) known.add(cell.trim());
  }
  return {
    namedIn: (cell) => [
      ...new Set(split(cell, known).map((piece) => knownIn(piece, known) ?? piece)),
    ],
  };
}

/** "Anyshire Hospitals Trust (AHT)" is known by both; "The" says nothing. */
function shortNames(addressee: string): string[] {
  if (addressee.length > longestCell) return [addressee];
  const short = /\(([A-Z][\w&-]*)\)\s*$/.exec(addressee)?.[1];
  const full = addressee.replace(/\s*\([^)]*\)\s*$/, "").replace(/^the\s+/i, "");
  return short === undefined ? [full] : [short];
}

/** An acronym that begins several different entries ("ABC Public Health, ABC Safeguarding") is an agency. */
function sharedBeginnings(pieces: readonly string[], known: ReadonlySet<string>): string[] {
  const unknown = pieces.filter((piece) => knownIn(piece, known) === undefined);
  const counts = new Map<string, number>();
  for (const piece of new Set(unknown)) {
    const [first = ""] = piece.split(/\s/);
    if (acronym.test(first) && first.length > 2) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > 1)
    .map(([name]) => name)
    .slice(0, mostNames);
}

/** A cell that is nothing but one short name names an agency that other cells may list. */
function isOneName(cell: string, known: ReadonlySet<string>): boolean {
  const plain = cell.trim();
  return (
    /^[A-Z][^\n;,/]{2,40}$/.test(plain) &&
    !/\s(?:and|&)\s/.test(plain) &&
    knownIn(plain, known) === undefined
  );
}

/** The known agency whose team or service this is: the one that comes first in its words. */
function knownIn(piece: string, known: ReadonlySet<string>): string | undefined {
  const found = [...known]
    .map((name) => ({ name, at: wordAt(piece, name) }))
    .filter(({ at }) => at >= 0)
    .toSorted((one, other) => one.at - other.at || other.name.length - one.name.length);
  return found[0]?.name;
}

function wordAt(piece: string, name: string): number {
  const at = piece.toLowerCase().indexOf(name.toLowerCase());
  const around = [piece.charAt(at - 1), piece.charAt(at + name.length)];
  return around.some((character) => /[\p{L}\p{N}]/u.test(character)) ? -1 : at;
}

/** Lines, semicolons, commas and slashes part agencies; "and" only before a known one. */
function split(cell: string, known: ReadonlySet<string>): string[] {
  if (cell.length > longestCell) return [cell];
  const parts = cell.split(/[\n;,/](?![^(]*\))/).map((part) => part.trim());
  const listed = parts.some((part) => /^\d/.test(part)) ? cell.split(/[\n;]/) : parts;
  return listed.flatMap((part) => splitAtAnd(part.trim(), known)).filter(Boolean);
}

/** The joint directly before a known name, so that "Children and Families and ABC" keeps its first "and". */
function splitAtAnd(part: string, known: ReadonlySet<string>): string[] {
  for (const joint of part.matchAll(/\s+(?:and|&)\s+/g)) {
    const [left, right] = [part.slice(0, joint.index), part.slice(joint.index + joint[0].length)];
    const [next = ""] = right.split(/\s+(?:and|&)\s+/);
    const afterName = knownIn(left, known) === left.trim() && /^[A-Z]/.test(right);
    if (afterName || knownIn(next, known) !== undefined) return [left, ...splitAtAnd(right, known)];
  }
  return [part];
}
