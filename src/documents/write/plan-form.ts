/** The forms in which a plan goes out, by the endings of their files. */
export const planForms = ["docx", "xlsx", "csv"] as const;

export type PlanForm = (typeof planForms)[number];
