import { argumentInvalid } from "../errors.ts";
import { Complex } from "../odata/entity.ts";
import type { Session } from "../session.ts";
import { lastChange } from "../store/changes.ts";
import type { List } from "../store/list.ts";

const epochTicks = 621_355_968_000_000_000n;

/** Where the change log stands now, for the web or for one list. */
export function changeToken(session: Session, list?: List): Complex {
  const last = lastChange(session.database);
  return tokenAt(session, list, last?.number ?? 0, last?.at ?? session.instant);
}

export function tokenAt(
  session: Session,
  list: Pick<List, "id"> | undefined,
  number: number,
  at: string,
): Complex {
  const scope = list ? `3;${list.id}` : `2;${session.site.webId}`;
  return new Complex("SP.ChangeToken", {
    StringValue: `1;${scope};${ticksOf(at)};${number}`,
  });
}

export interface ReadToken {
  readonly id: string;
  /** -1 where only the time counts. */
  readonly number: number;
  readonly at: string;
}

/** Reads `1;3;<guid>;<ticks>;<number>`. Throws 400 for anything else. */
export function readToken(text: string): ReadToken {
  const match = /^1;[0-3];([0-9a-f-]{36});(\d{1,20});(-?\d{1,15})$/i.exec(text);
  if (!match) throw argumentInvalid("The changeToken is not valid.");
  const [, id = "", ticks = "0", number = "-1"] = match;
  const milliseconds = Number((BigInt(ticks) - epochTicks) / 10_000n);
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime())) throw argumentInvalid("The changeToken is not valid.");
  return { id: id.toLowerCase(), number: Number(number), at: date.toISOString() };
}

function ticksOf(at: string): bigint {
  return BigInt(new Date(at).getTime()) * 10_000n + epochTicks;
}
