/** A view's words in the address with one of them said otherwise; empty takes it out. */
export function withWord(params: URLSearchParams, field: string, value: string): URLSearchParams {
  const next = new URLSearchParams(params);
  if (value === "") next.delete(field);
  else next.set(field, value);
  return next;
}
