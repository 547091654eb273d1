export interface Plan {
  readonly seed?: number;
  readonly faults?: readonly (Readonly<Record<string, unknown>> & { readonly kind: string })[];
  readonly requestLimit?: { readonly requests?: number; readonly seconds?: number };
}

/** Has the service at this origin make trouble from now on, as anybody with a token may ask; an empty plan ends it. */
export async function makeTrouble(origin: string, plan: Plan, token = "admin"): Promise<void> {
  const response = await fetch(`${origin}/_local/faults`, {
    method: "PUT",
    headers: { Authorization: `Bearer ${token}` },
    body: JSON.stringify(plan),
  });
  if (!response.ok) throw new Error(`No trouble to be had: ${await response.text()}`);
}
