import express, { type ErrorRequestHandler, type Express } from "express";
import type { Logger } from "pino";
import type { ServerConfiguration } from "./configuration.ts";
import { tabPages } from "./tab-pages.ts";

export interface WebAppParts {
  readonly configuration: ServerConfiguration;
  /** Where the built tab is. */
  readonly folder: string;
  readonly log: Logger;
}

/** Everything this server answers: health, the tab, the bot, and the tab's own API. */
export async function webApp({ configuration, folder, log }: WebAppParts): Promise<Express> {
  const web = express();
  web.disable("x-powered-by");
  web.get("/healthz", (_request, response) => void response.json({ ok: true }));
  web.use("/tab", tabPages(configuration, folder));
  web.use((_request, response) => {
    response
      .status(404)
      .json({ error: { code: "not-found", message: "There is nothing at this address." } });
  });
  web.use(failed(log));
  return web;
}

function failed(log: Logger): ErrorRequestHandler {
  return (cause, _request, response, next) => {
    log.error({ cause });
    if (response.headersSent) next(cause);
    else
      response
        .status(500)
        .json({ error: { code: "failed", message: "Something went wrong here. Try again." } });
  };
}
