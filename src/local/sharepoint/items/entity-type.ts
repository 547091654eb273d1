import { internalNameOf } from "../fields/field.ts";
import { isPeopleList } from "../store/people-list.ts";
import { isLibrary, type List } from "../store/list.ts";

const names = new WeakMap<List, string>();

/** `Actions` → `ActionsList`; libraries go without the ending. */
export function listEntityName(list: List): string {
  const known = names.get(list);
  if (known !== undefined) return known;
  const name = makeName(list);
  names.set(list, name);
  return name;
}

function makeName(list: List): string {
  if (isPeopleList(list)) return "UserInfo";
  const leaf = list.root.slice(list.root.lastIndexOf("/") + 1);
  const name = internalNameOf(leaf.replaceAll("_", "\u0000")).replaceAll("_x0000_", "_x005f_");
  return isLibrary(list) ? name : `${name}List`;
}

export function entityTypeOf(list: List): string {
  return `SP.Data.${listEntityName(list)}Item`;
}

/** What a page of items says it is a part of. */
export function itemSetOf(list: List): string {
  return `SP.ListData.${listEntityName(list)}Items`;
}
