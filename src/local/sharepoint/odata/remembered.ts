const mostTexts = 500;
const longestText = 1000;

/**
 * The same work, but what was read from a text is kept for when it comes again: clients ask in the same words. Kept
 * are the 500 texts that came last, none of more than 1,000 characters, and nothing of what is thrown.
 */
export function remembered<T extends {}>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const fresh = read(text);
    if (text.length > longestText) return fresh;
    const [oldest] = known.keys();
    if (known.size >= mostTexts && oldest !== undefined) known.delete(oldest);
    known.set(text, fresh);
    return fresh;
  };
}
