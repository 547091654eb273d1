import { TooSlowError } from "./refusals.ts";

/** Teams gives up after five seconds or so; well before three it is better told that work is under way. */
const answerMilliseconds = 2_500;

/** Waits for `work`, and all together no longer than the time there is; throws TooSlowError then. */
export type Within = <T>(work: Promise<T>) => Promise<T>;

/** Starts the time there is for one answer. What is given up waiting for goes on all the same. */
export function deadline(milliseconds = answerMilliseconds): Within {
  const end = performance.now() + milliseconds;
  return async (work) => {
    const { promise, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(
      () => reject(new TooSlowError("SharePoint has not answered yet.")),
      Math.max(0, end - performance.now()),
    );
    try {
      return await Promise.race([work, promise]);
    } finally {
      clearTimeout(timer);
    }
  };
}
