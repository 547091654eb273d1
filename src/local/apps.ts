/** The applications that are registered in the tenant of this machine. */
export const tabClientId = "7a4d2c10-0000-4000-8000-0000000000a1";
export const botClientId = "7a4d2c10-0000-4000-8000-0000000000b1";

/** The Teams app that both belong to. */
export const appId = "7a4d2c10-0000-4000-8000-0000000000c1";
