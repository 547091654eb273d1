/** What a worker answers to a message; one is asked at a time. Rejects where the worker failed, or did not load. */
export function answerOf<T>(worker: Worker, message: object): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const over = new AbortController();
  const { signal } = over;
  worker.addEventListener("message", ({ data }: MessageEvent<T>) => resolve(data), { signal });
  worker.addEventListener(
    "error",
    ({ message: why }) => reject(new Error(why || "the part of the app that does it did not load")),
    { signal },
  );
  worker.postMessage(message, []);
  return promise.finally(() => over.abort());
}
