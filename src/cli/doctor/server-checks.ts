import type { ServerConfiguration } from "#server/configuration.ts";
import { type Check, fine, notChecked, type Verdict, wrong } from "./finding.ts";

/** The server as the outside reaches it. */
export function serverChecks({ BASE_URL }: ServerConfiguration): readonly Check[] {
  const running = "Is the server running, and does BASE_URL lead to it?";
  return [
    {
      claim: "The server's address is https",
      todo: "Set BASE_URL to an https address.",
      look: async () => encrypted(new URL(BASE_URL)),
    },
    {
      claim: "The server answers, and reaches SharePoint",
      todo: running,
      look: async () => {
        const answer = await ask(`${BASE_URL}/readyz`);
        if (answer.ok) return fine;
        return wrong(
          `${BASE_URL}/readyz answers ${answer.status}: ${await answer.text()}`,
          running,
        );
      },
    },
    {
      claim: "Teams may show the tab, and nobody else",
      todo: running,
      look: async () => {
        const answer = await ask(`${BASE_URL}/tab/`);
        const policy = answer.headers.get("content-security-policy") ?? "";
        return answer.ok && /frame-ancestors [^;]*teams\.microsoft\.com/.test(policy)
          ? fine
          : wrong(
              "The tab's page does not say who may frame it.",
              "Is something between that drops headers?",
            );
      },
    },
    {
      claim: "The bot refuses whoever is not the Bot Framework",
      todo: running,
      look: () => refusesUnsigned(`${BASE_URL}/api/messages`),
    },
  ];
}

async function refusesUnsigned(address: string): Promise<Verdict> {
  const answer = await ask(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ type: "message", text: "help", serviceUrl: "https://example.com" }),
  });
  return answer.status === 401 || answer.status === 403
    ? fine
    : wrong(
        `An unsigned message was answered with ${answer.status}.`,
        "Stop the server, and report this.",
      );
}

function encrypted({ protocol, hostname, href }: URL): Verdict {
  if (protocol === "https:") return fine;
  if (hostname === "127.0.0.1") return notChecked("This is the product on one machine.");
  return wrong(`${href} is not encrypted.`, "Set BASE_URL to an https address.");
}

async function ask(address: string, init: RequestInit = {}): Promise<Response> {
  return fetch(address, { ...init, signal: AbortSignal.timeout(10_000) });
}
