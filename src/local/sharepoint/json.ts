export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reads JSON text; throws SyntaxError where it is none. */
export function parseJson(text: string): Json {
  const value: Json = JSON.parse(text);
  return value;
}
