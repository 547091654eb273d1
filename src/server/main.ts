import { createServer } from "node:http";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { ConfigurationError, serverConfiguration } from "./configuration.ts";
import { webApp } from "./web-app.ts";

// Ids only: no text of a plan, no token and no name belongs in a log.
const log = pino({ base: {} });

try {
  const configuration = serverConfiguration(process.env);
  const folder = fileURLToPath(new URL("../../dist/tab", import.meta.url));
  const collector = configuration.OTEL_EXPORTER_OTLP_ENDPOINT;
  // Loaded only where it is asked for: a fifth of a second, and some megabytes.
  const telemetry = collector
    ? (await import("./telemetry.ts")).startTelemetry(collector)
    : undefined;
  const app = await webApp({ configuration, folder, log, telemetry });
  const server = createServer(app.web);
  server.listen(configuration.PORT, configuration.HOST);
  await once(server, "listening");
  log.info({ address: configuration.BASE_URL }, "listening");
  // Now that SharePoint can reach this address, which it asks for before it tells of changes.
  app.start();
  const stop = () => {
    server.close(() => {
      void app.bot
        .settled()
        .then(() => telemetry?.stop())
        .finally(() => process.exit(0));
    });
    server.closeIdleConnections();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  // Started by another program, it ends with it.
  process.once("disconnect", stop);
} catch (cause) {
  log.fatal(cause instanceof ConfigurationError ? cause.message : cause);
  process.exitCode = 1;
}
