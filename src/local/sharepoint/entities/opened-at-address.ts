import { notImplemented } from "../errors.ts";
import type { Linked } from "../odata/entity.ts";

/** Links that are told, and lead somewhere by their address, but are not opened by `$expand`: that is answered 501 by name. */
export function openedAtAddress(
  path: string,
  names: readonly string[],
): Record<string, () => Linked> {
  return Object.fromEntries(
    names.map((name) => [
      name,
      () => {
        throw notImplemented("GET", `_api/${path}?$expand=${name}`);
      },
    ]),
  );
}
