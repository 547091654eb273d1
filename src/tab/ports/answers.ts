const listeners = new Set<() => void>();

/** SharePoint has just answered somebody who looked what is new. */
export function tellAnswered(): void {
  for (const listener of listeners) listener();
}

/** Calls the listener whenever SharePoint answers such a look: what it did not answer before may be tried again. The answer ends that. */
export function onAnswered(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
