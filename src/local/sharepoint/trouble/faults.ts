import { faultPlan, type Fault, type FaultPlan } from "./fault-plan.ts";
import { RequestCount } from "./request-count.ts";
import { seeded, unluckyHalf } from "./seeded.ts";

export interface Asked {
  readonly method: string;
  /** Decoded, with its query. */
  readonly path: string;
  /** The login name of who asks. */
  readonly person: string;
  /** The authentication contexts that their token proves. */
  readonly acrs: readonly string[];
}

/** What goes wrong with one request. */
export interface Trouble {
  /** Milliseconds to wait before anything else. */
  delay: number;
  /** Refused as too much, before it was looked at. */
  busy?: { readonly status: 429 | 503; readonly retryAfter: string };
  expired?: true;
  /** The authentication context that the token has to prove and does not. */
  unproved?: string;
  /** Something between here and SharePoint answers in its place. */
  webPage?: true;
  /** The connection ends: before anything is done, or after all of it was, without an answer or with half of it. */
  drop?: "before" | "after" | "half-way";
  bytesPerSecond?: number;
  /** The places of a batch's calls that are refused with this status. */
  half?: { readonly status: 429 | 503; readonly of: (count: number) => ReadonlySet<number> };
  /** For the answer, whatever it is. */
  headers: Readonly<Record<string, string>>;
}

const nothing = faultPlan.parse({});

/** Trouble on demand. The same plan and the same requests in the same order meet the same trouble. */
export class Faults {
  #plan: FaultPlan = nothing;
  #draw = seeded(nothing.seed);
  #strikes: number[] = [];
  #count: RequestCount | undefined;

  /** Begins this plan from its start; without one, nothing goes wrong any more. */
  begin(plan: FaultPlan = nothing): void {
    this.#plan = plan;
    this.#draw = seeded(plan.seed);
    this.#strikes = plan.faults.map(() => 0);
    this.#count = plan.requestLimit && new RequestCount(plan.requestLimit);
  }

  /** The plan, and how often each of its faults has struck. */
  state() {
    return { ...this.#plan, strikes: this.#strikes };
  }

  meet(asked: Asked): Trouble {
    const trouble: Trouble = { delay: 0, headers: {} };
    const counted = this.#count?.count(asked.person, Date.now());
    if (counted) trouble.headers = counted.headers;
    if (counted?.exceeded) trouble.busy = { status: 429, retryAfter: String(counted.secondsLeft) };
    for (const [place, fault] of this.#plan.faults.entries()) {
      if (!this.#strikesAt(fault, place, asked)) continue;
      this.#strikes[place] = (this.#strikes[place] ?? 0) + 1;
      this.#add(fault, trouble);
    }
    return trouble;
  }

  #strikesAt(fault: Fault, place: number, { method, path, person, acrs }: Asked): boolean {
    const aimed =
      (fault.method ?? method) === method &&
      holds(path, fault.path) &&
      holds(person, fault.person) &&
      !(fault.kind === "claims" && acrs.includes(fault.acrs)) &&
      (this.#strikes[place] ?? 0) < (fault.times ?? Infinity);
    return aimed && this.#draw() < fault.chance;
  }

  #add(fault: Fault, trouble: Trouble): void {
    switch (fault.kind) {
      case "latency":
        trouble.delay += fault.milliseconds + Math.floor(this.#draw() * fault.jitter);
        break;
      case "throttle":
        trouble.busy = { status: fault.status, retryAfter: waitWritten(fault) };
        break;
      case "drop":
        trouble.drop = fault.when;
        break;
      case "half-batch":
        trouble.half = halfOf(fault.status, Math.floor(this.#draw() * 4_294_967_296));
        break;
      case "expired-token":
        trouble.expired = true;
        break;
      case "claims":
        trouble.unproved = fault.acrs;
        break;
      case "web-page":
        trouble.webPage = true;
        break;
      case "slow-upload":
        trouble.bytesPerSecond = fault.bytesPerSecond;
        break;
    }
  }
}

function waitWritten({ retryAfter, asDate }: Extract<Fault, { kind: "throttle" }>): string {
  return asDate ? new Date(Date.now() + retryAfter * 1000).toUTCString() : String(retryAfter);
}

function halfOf(status: 429 | 503, seed: number): NonNullable<Trouble["half"]> {
  return { status, of: (count) => unluckyHalf(seed, count) };
}

function holds(text: string, part: string | undefined): boolean {
  return part === undefined || text.toLowerCase().includes(part.toLowerCase());
}
