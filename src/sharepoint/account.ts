export interface Provisioned {
  /** What was missing and is there now. */
  readonly added: readonly string[];
  /** What somebody made different from the schema, and was left so. */
  readonly altered: readonly string[];
  /** What was different and has been put right, because `mend` was asked for. */
  readonly mended: readonly string[];
  /** What nothing but a person can decide, in a sentence each that says what to do. */
  readonly toDo: readonly string[];
}

/** What provisioning did so far; each step notes its part here. */
export class Account implements Provisioned {
  readonly added: string[] = [];
  readonly altered: string[] = [];
  readonly mended: string[] = [];
  readonly toDo: string[] = [];
  readonly #mend: boolean;

  constructor(mend: boolean) {
    this.#mend = mend;
  }

  /** A difference is put right only when told to; true where it is to be. */
  differs(what: string): boolean {
    (this.#mend ? this.mended : this.altered).push(what);
    return this.#mend;
  }
}
