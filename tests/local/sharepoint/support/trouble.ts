export interface Plan {
  readonly seed?: number;
  readonly faults?: readonly (Readonly<Record<string, unknown>> & { readonly kind: string })[];
  readonly requestLimit?: { readonly requests?: number; readonly seconds?: number };
}

/** Has the service at this origin make trouble from now on; an empty plan ends it. */
export async function makeTrouble(origin: string, plan: Plan): Promise<void> {
  const response = await fetch(`${origin}/_local/faults`, {
    method: "PUT",
    headers: { Authorization: "Bearer admin" },
    body: JSON.stringify(plan),
  });
  if (!response.ok) throw new Error(`No trouble to be had: ${await response.text()}`);
}
