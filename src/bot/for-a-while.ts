/** Answers from memory for `milliseconds`, then loads anew; a load that fails is not remembered. */
export function forAWhile<Key, Value>(
  { milliseconds, now }: { readonly milliseconds: number; readonly now: () => Date },
  load: (key: Key) => Promise<Value>,
): (key: Key) => Promise<Value> {
  const kept = new Map<Key, { readonly until: number; readonly value: Promise<Value> }>();
  return async (key) => {
    const time = now().getTime();
    for (const [old, { until }] of kept) if (until <= time) kept.delete(old);
    const value = kept.get(key)?.value ?? load(key);
    if (!kept.has(key)) kept.set(key, { until: time + milliseconds, value });
    try {
      return await value;
    } catch (cause) {
      kept.delete(key);
      throw cause;
    }
  };
}
