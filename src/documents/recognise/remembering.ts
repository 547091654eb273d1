/** Of different texts; a file made to ask for more begins anew. */
const most = 1_000;

/** The same answers as `work` gives, which is asked once for each of the texts that come again and again. */
export function remembering<Answer>(work: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, { readonly answer: Answer }>();
  return (text) => {
    const before = known.get(text);
    if (before) return before.answer;
    const answer = work(text);
    if (known.size >= most) known.clear();
    known.set(text, { answer });
    return answer;
  };
}
