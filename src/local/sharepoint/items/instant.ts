const iso = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const american =
  /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(AM|PM)?)?$/i;

/** Reads ISO 8601; without a zone it is UTC, which is this site's zone. Answers to the second, or undefined. */
export function readInstant(text: string): string | undefined {
  const trimmed = text.trim();
  if (!iso.test(trimmed)) return undefined;
  const zoned = /T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(trimmed) || !trimmed.includes("T");
  return toSecond(new Date(zoned ? trimmed : `${trimmed}Z`));
}

/** Reads what a form sends: the site's locale (month first), or ISO 8601. */
export function readFormInstant(text: string): string | undefined {
  const match = american.exec(text.trim());
  if (!match) return readInstant(text);
  const [, month, day, year, hour = "0", minute = "0", second = "0", half] = match;
  const hours = (Number(hour) % (half === undefined ? 24 : 12)) + (/pm/i.test(half ?? "") ? 12 : 0);
  const date = new Date(
    Date.UTC(Number(year), Number(month) - 1, Number(day), hours, Number(minute), Number(second)),
  );
  return date.getUTCDate() === Number(day) ? toSecond(date) : undefined;
}

export function toSecond(date: Date): string | undefined {
  if (Number.isNaN(date.getTime())) return undefined;
  return `${date.toISOString().slice(0, 19)}Z`;
}
