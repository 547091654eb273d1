import type { ILogger } from "@microsoft/teams.common";
import type { Log } from "./bot-options.ts";

/**
 * The SDK's log without content: it hands whole activities and answers to its logger, so only the
 * first words of what it says pass, and of an error its name.
 */
export function sdkLog(log: Log, from = "teams-sdk"): ILogger {
  const say =
    (level: "error" | "warn") =>
    (...said: unknown[]) =>
      log(level, from, { said: said.map(short).filter(Boolean).join(" ") });
  const logger: ILogger = {
    error: say("error"),
    warn: say("warn"),
    info: nothing,
    debug: nothing,
    trace: nothing,
    log(level, ...said: unknown[]) {
      if (level === "error" || level === "warn") say(level)(...said);
    },
    child: (name) => sdkLog(log, `${from}/${name}`),
  };
  return logger;
}

// What the SDK says at these levels holds activities in full.
function nothing(): void {}

function short(said: unknown): string {
  if (said instanceof Error) return said.name;
  return typeof said === "string" ? said.slice(0, 80) : "";
}
