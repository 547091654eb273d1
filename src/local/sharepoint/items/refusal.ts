import { refused } from "../errors.ts";

/** A value that a field does not take. In a form it is told beside the field; elsewhere it is an error. */
export class Refusal extends Error {
  readonly code: number;

  constructor(message: string, code = -2146232832) {
    super(message);
    this.name = "Refusal";
    this.code = code;
  }

  asError() {
    return refused(this.message);
  }
}
