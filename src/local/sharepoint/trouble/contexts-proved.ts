import { z } from "zod";

const claims = z.object({ acrs: z.array(z.string()) });

/** The authentication contexts that a bearer token proves; that it is a good one was looked at before. */
export function contextsProved(authorization: string | undefined): readonly string[] {
  const payload = authorization?.split(".")[1];
  if (payload === undefined) return [];
  try {
    const read = claims.safeParse(JSON.parse(Buffer.from(payload, "base64url").toString()));
    return read.data?.acrs ?? [];
  } catch {
    return [];
  }
}
