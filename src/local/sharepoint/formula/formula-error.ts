/** A formula that is none, or that this service cannot work out; told when it is given, not when it is used. */
export class FormulaError extends Error {
  constructor(message = "The formula contains a syntax error or is not supported.") {
    super(message);
    this.name = "FormulaError";
  }
}
