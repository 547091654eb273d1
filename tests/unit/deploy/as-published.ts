import azureTypes from "./azure-types.json" with { type: "json" };

const types: Readonly<Record<string, Readonly<Record<string, string>>>> = azureTypes;
const plain: Readonly<Record<string, string>> = {
  string: "string",
  bool: "boolean",
  int: "number",
};

/**
 * What of the value is not as Azure publishes it: unknown, of another type, not to be set, or left out. `version` is the
 * resource with its version, `type` the name of the value's type where it is not the resource itself.
 */
export function notAsPublished(version: string, value: object, type?: string): string[] {
  const name = type ? `${version} ${type}` : version;
  const known = types[name];
  if (!known) return [`nothing is recorded of ${name}`];
  // An object of which nothing is said takes any text under any name, as settings do.
  const any = Object.keys(known).length === 0 ? "string" : undefined;
  const set = Object.entries(value).flatMap(([key, inner]) =>
    notOfType(version, known[key] ?? any, inner).map((problem) => `${name}: ${key} ${problem}`),
  );
  const missing = Object.keys(known).filter(
    (key) => known[key]?.includes("(required)") && !(key in value),
  );
  return [...set, ...missing.map((key) => `${name}: ${key} is left out`)];
}

function notOfType(version: string, type: string | undefined, value: unknown): string[] {
  if (!type) return ["is unknown"];
  if (type.includes("(read only)")) return ["cannot be set"];
  const kind = type.replace(" (required)", "");
  if (Array.isArray(value)) {
    if (!kind.endsWith("[]")) return ["is no list"];
    return value.flatMap((part) => notOfType(version, kind.slice(0, -2), part));
  }
  if (typeof value === "object" && value !== null) return notAsPublished(version, value, kind);
  const fits = kind
    .split(" | ")
    .some((word) => (plain[word] ? typeof value === plain[word] : value === word));
  return fits ? [] : [`is ${JSON.stringify(value)}, not ${kind}`];
}
