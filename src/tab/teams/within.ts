import { UnavailableError } from "#plan/errors.ts";

/** The promise's own outcome; throws UnavailableError with `message` where that takes longer than `seconds`. */
export async function within<T>(seconds: number, promise: Promise<T>, message: string): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new UnavailableError(message)), seconds * 1000);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
