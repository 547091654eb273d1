import { z } from "zod";

/** Which requests a fault strikes: all that are said; left out, every one. */
const aim = {
  /** Part of a login name, in any case. */
  person: z.string().min(1).optional(),
  /** The verb meant, `X-HTTP-Method` obeyed. */
  method: z.string().toUpperCase().optional(),
  /** Part of the decoded address, in any case. */
  path: z.string().min(1).optional(),
  /** After so many strikes it is over. */
  times: z.number().int().positive().optional(),
  /** From 0 to 1, drawn by the seed. */
  chance: z.number().min(0).max(1).default(1),
};
const milliseconds = z.number().int().min(0).max(120_000);
const busyStatus = z.union([z.literal(429), z.literal(503)]);

const authenticationContext = z.string().regex(/^c\d{1,2}$/);

const faultOf = z.discriminatedUnion("kind", [
  z.strictObject({
    ...aim,
    kind: z.literal("latency"),
    milliseconds,
    jitter: milliseconds.default(0),
  }),
  z.strictObject({
    ...aim,
    kind: z.literal("throttle"),
    status: busyStatus.default(429),
    retryAfter: z.number().int().min(0).default(1),
    /** The wait as the moment at which it is over, as HTTP allows it to be written. */
    asDate: z.boolean().default(false),
  }),
  z.strictObject({
    ...aim,
    kind: z.literal("drop"),
    when: z.enum(["before", "after", "half-way"]),
  }),
  z.strictObject({ ...aim, kind: z.literal("half-batch"), status: busyStatus.default(503) }),
  z.strictObject({ ...aim, kind: z.literal("expired-token") }),
  z.strictObject({ ...aim, kind: z.literal("claims"), acrs: authenticationContext.default("c1") }),
  z.strictObject({ ...aim, kind: z.literal("web-page") }),
  z.strictObject({
    ...aim,
    kind: z.literal("slow-upload"),
    bytesPerSecond: z.number().int().min(1024),
  }),
]);

/** What goes wrong from now on; the seed makes it go wrong the same way again. */
export const faultPlan = z.strictObject({
  seed: z.number().int().min(0).default(1),
  faults: z.array(faultOf).max(100).default([]),
  /** Counts each person's requests, as SharePoint Online does: 3,000 in five minutes. */
  requestLimit: z
    .strictObject({
      requests: z.number().int().positive().default(3000),
      seconds: z.number().int().positive().default(300),
    })
    .optional(),
});

export type Fault = z.infer<typeof faultOf>;
export type FaultPlan = z.infer<typeof faultPlan>;
