export const documentKinds = ["plan", "report", "questions"] as const;

/** A composite or agency's plan, a regulator's report, or a paper of questions about plans. */
export type DocumentKind = (typeof documentKinds)[number];
