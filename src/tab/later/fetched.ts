/** Milliseconds before each further try of a part that did not come though there is a connection. */
const pauses = [1000, 3000];

/**
 * A part of the program that is fetched when it is needed. Without a connection it comes once there is one again, and
 * what waits for it goes on waiting; rejects where it does not come with one either, as after a new version was put into
 * service.
 */
export async function fetched<T>(load: () => Promise<T>): Promise<T> {
  for (let failed = 0; ; failed++) {
    try {
      return await load();
    } catch (cause) {
      if (!navigator.onLine) {
        failed = -1;
        await connection();
      } else if (failed < pauses.length)
        await new Promise((resolve) => setTimeout(resolve, pauses[failed]));
      else throw cause;
    }
  }
}

/** Until the browser says that there is a connection again. */
export function connection(): Promise<unknown> {
  return new Promise((resolve) => {
    window.addEventListener("online", resolve, { once: true });
  });
}
