import { createHmac, timingSafeEqual } from "node:crypto";
import express, { Router } from "express";
import { z } from "zod";
import type { Log } from "#bot/bot-options.ts";
import type { ChangeNotices } from "#usecases/card-ports.ts";

/** Below `/api`. */
const path = "/webhooks/sharepoint";

/** A list that changed is named; what changed is asked for. */
const notices = z.object({ value: z.array(z.object({ clientState: z.string() })).max(1000) });

/** SharePoint sends a GUID or a short random text. */
const longestToken = 256;

const dayMilliseconds = 86_400_000;
const againMilliseconds = 60_000;

export interface ChangeWebhookParts {
  /** How the outside reaches this server. */
  readonly baseUrl: string;
  /** Only this app and its copies have it. */
  readonly privateKey: string;
  readonly notices: ChangeNotices;
  readonly onChange: () => void;
  readonly log: Log;
}

export interface ChangeWebhook {
  /** What SharePoint calls; stands below `/api`. */
  readonly router: Router;
  /** Asks SharePoint to call, now and once a day; tries again in a minute where that fails. Answers at once. */
  subscribe(): void;
  stop(): void;
}

/**
 * SharePoint's webhooks (learn.microsoft.com: SharePoint webhooks overview): it proves our address with a token that has
 * to come back as plain text within five seconds, and then tells that a list has changed. A notice carries a secret that
 * follows from the app's own key, so every copy of the server knows it and nobody else does.
 */
export function changeWebhook(parts: ChangeWebhookParts): ChangeWebhook {
  const secret = createHmac("sha256", parts.privateKey).update("sharepoint changes").digest("hex");
  const address = `${parts.baseUrl}/api${path}`;
  let timer: NodeJS.Timeout | undefined;
  const subscribe = () => {
    parts.notices.ask(address, secret).then(
      () => later(dayMilliseconds),
      (cause: unknown) => {
        // It is looked once a minute all the same.
        const error = cause instanceof Error ? cause.name : "unknown";
        parts.log("warn", "changes are not told by SharePoint", { error });
        later(againMilliseconds);
      },
    );
  };
  const later = (milliseconds: number) => {
    timer = setTimeout(subscribe, milliseconds);
    timer.unref();
  };
  return { router: routes(parts, secret), subscribe, stop: () => clearTimeout(timer) };
}

function routes({ onChange, log }: ChangeWebhookParts, secret: string): Router {
  const router = Router();
  router.post(path, express.json({ limit: "256kb" }), (request, response) => {
    const token = request.query["validationtoken"];
    if (typeof token === "string" && token.length <= longestToken) {
      response.type("text/plain").set("x-content-type-options", "nosniff").send(token);
      return;
    }
    const told = notices.safeParse(request.body).data?.value ?? [];
    if (told.length === 0 || !told.every(({ clientState }) => isSame(clientState, secret))) {
      log("warn", "change notice refused");
      response.status(403).json({
        error: { code: "not-allowed", message: "Only SharePoint tells of changes here." },
      });
      return;
    }
    // Before anything is looked at: SharePoint waits five seconds.
    response.status(204).end();
    onChange();
  });
  return router;
}

function isSame(told: string, secret: string): boolean {
  const [one, other] = [Buffer.from(told), Buffer.from(secret)];
  return one.length === other.length && timingSafeEqual(one, other);
}
