import "@pnp/sp/subscriptions/index.js";
import * as v from "valibot";
import { isDuplicateValue } from "./errors.ts";
import { formValues } from "./form-values.ts";
import type { Site } from "./site.ts";
import { UploadSession } from "./upload-session.ts";
import { finite } from "./row.ts";

/** A plan that there is not: what a probe writes belongs to none, and is removed again. */
const noPlan = 2_000_000_000;

const written = v.array(
  v.object({
    FieldName: v.nullable(v.string()),
    FieldValue: v.nullish(v.string()),
    HasException: v.boolean(),
  }),
);

/**
 * True where an item can be appended to a folder of `Updates` by `AddValidateUpdateItemUsingPath`. The app removes it
 * again: whoever may only add may not.
 */
export async function appendsToFolder(site: Site, folder: string, app: Site): Promise<boolean> {
  const key = crypto.randomUUID();
  try {
    return (await append(site, folder, key)).every(({ HasException }) => !HasException);
  } finally {
    await removeProbes(app, key);
  }
}

/** True where of two items with one key that are appended at once only one comes to stand. */
export async function keepsKeysUnique(site: Site, folder: string): Promise<boolean> {
  const key = crypto.randomUUID();
  try {
    await Promise.all(
      [1, 2].map(() =>
        append(site, folder, key).catch((cause: unknown) => {
          if (!isDuplicateValue(cause)) throw cause;
        }),
      ),
    );
    return (await probes(site, key)).length === 1;
  } finally {
    await removeProbes(site, key);
  }
}

/** True where the owner of the token may ask what changed on the site. */
export async function seesChanges(site: Site): Promise<boolean> {
  const answer: unknown = await site.sp.web.select("CurrentChangeToken")();
  const token = v.parse(
    v.object({ CurrentChangeToken: v.object({ StringValue: v.string() }) }),
    answer,
  );
  const changes: unknown = await site.sp.web.getChanges({
    Add: true,
    Item: true,
    ChangeTokenStart: token.CurrentChangeToken,
  });
  return Array.isArray(changes);
}

/** What SharePoint tells a browser of `origin` that asks whether it may write with a token: its preflight. */
export async function answersBrowsersOf(site: Site, origin: string): Promise<boolean> {
  const answer = await fetch(`${site.url}/_api/web`, {
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": "POST",
      "access-control-request-headers": "authorization,content-type,if-match,x-http-method",
    },
    signal: AbortSignal.timeout(10_000),
  });
  const allowed = answer.headers.get("access-control-allow-origin");
  const headers = answer.headers.get("access-control-allow-headers") ?? "";
  return answer.ok && (allowed === "*" || allowed === origin) && /authorization|\*/i.test(headers);
}

/** True where a file can be begun in parts in a folder of `Evidence` and given up, so that nothing of it stays. */
export async function givesUpUploads(site: Site, folder: string): Promise<boolean> {
  const name = `probe-of-doctor-${crypto.randomUUID()}.txt`;
  const path = `${site.path}/Evidence/${folder}/${name}`;
  const upload = new UploadSession(site, { path, id: crypto.randomUUID() });
  await upload.begin(new Blob(["A probe of action-plan doctor."]));
  return upload.cancel();
}

/** The addresses that SharePoint tells of changes in `Updates`, of those that have not run out. */
export async function toldOfChanges(site: Site, now: Date): Promise<readonly string[]> {
  const answer: unknown = await site.sp.web.lists.getByTitle("Updates").subscriptions();
  return v
    .parse(
      v.array(v.object({ notificationUrl: v.string(), expirationDateTime: v.string() })),
      answer,
    )
    .filter(({ expirationDateTime }) => new Date(expirationDateTime) > now)
    .map(({ notificationUrl }) => notificationUrl);
}

async function append(site: Site, folder: string, key: string) {
  const values = formValues({
    Title: "Probe of action-plan doctor",
    Key: key,
    PlanId: noPlan,
    ActionId: noPlan,
    Kind: "progress",
  });
  const answer: unknown = await site.sp.web.lists
    .getByTitle("Updates")
    .addValidateUpdateItemUsingPath(values, `${site.path}/Lists/Updates/${folder}`);
  return v.parse(written, answer);
}

async function probes(site: Site, key: string): Promise<readonly number[]> {
  const rows: unknown = await site.sp.web.lists
    .getByTitle("Updates")
    .items.filter(`Key eq '${key}'`)
    .select("Id")();
  return v.parse(v.array(v.object({ Id: finite })), rows).map(({ Id }) => Id);
}

async function removeProbes(site: Site, key: string): Promise<void> {
  for (const id of await probes(site, key))
    await site.sp.web.lists.getByTitle("Updates").items.getById(id).delete();
}
