/** Ids stand in filters; nothing but a whole number may. */
export function whole(id: number): number {
  if (!Number.isSafeInteger(id) || id < 1) throw new RangeError(`${id} is not the id of an item.`);
  return id;
}
