import { isTaken } from "./errors.ts";

/** Two who set a site up in step meet at each of its lists. */
const tries = 12;

/**
 * Makes what is missing though somebody else may be making it at the same moment: what SharePoint refuses because it is
 * there by now, the next run finds. `ensure` changes nothing where nothing is missing. Throws what else it throws, and the
 * refusal where that is the answer every time.
 */
export async function withAnother<T>(ensure: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ensure();
    } catch (cause) {
      if (attempt === tries || !isTaken(cause)) throw cause;
    }
    // Not in step with the other one.
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 200 * attempt));
  }
}
