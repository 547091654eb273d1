export interface Counted {
  readonly exceeded: boolean;
  /** Until the person's requests are counted from nothing again. */
  readonly secondsLeft: number;
  /** `RateLimit-*`, from 80 % of the limit on. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Counts the requests of each person, from their first one for so many seconds. A batch counts once. */
export class RequestCount {
  readonly #limit: { readonly requests: number; readonly seconds: number };
  readonly #counts = new Map<string, { from: number; requests: number }>();

  constructor(limit: { readonly requests: number; readonly seconds: number }) {
    this.#limit = limit;
  }

  /** @param now milliseconds, as `Date.now()` */
  count(person: string, now: number): Counted {
    const { requests, seconds } = this.#limit;
    let own = this.#counts.get(person);
    if (!own || now - own.from >= seconds * 1000) own = { from: now, requests: 0 };
    own.requests += 1;
    this.#counts.set(person, own);
    const secondsLeft = Math.max(1, Math.ceil((own.from + seconds * 1000 - now) / 1000));
    const headers = {
      "RateLimit-Limit": String(requests),
      "RateLimit-Remaining": String(Math.max(0, requests - own.requests)),
      "RateLimit-Reset": String(secondsLeft),
    };
    const near = own.requests >= requests * 0.8;
    return { exceeded: own.requests > requests, secondsLeft, headers: near ? headers : {} };
  }
}
