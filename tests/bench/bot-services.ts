import { createServer } from "node:http";
import type { Person } from "./bot-people.ts";

/** The token service and the connector as a bot sees them, answering at once: what is left is the bot's own time. */
export interface BotServices {
  readonly url: string;
  /** How many messages the bot has sent or changed. */
  sent(): number;
  close(): Promise<void>;
}

export async function botServices(people: readonly Person[]): Promise<BotServices> {
  let sent = 0;
  const tokens = new Map(people.map(({ teamsId, token }) => [teamsId, token]));
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://services");
    request.resume();
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(answer(request.method, url)));
  });
  const answer = (method: string | undefined, url: URL): object => {
    if (url.pathname.endsWith("/GetToken")) {
      return {
        token: tokens.get(url.searchParams.get("userId") ?? ""),
        connectionName: "sharepoint",
      };
    }
    if (url.pathname.endsWith("/pagedMembers")) return { members: [] };
    if (method === "PUT" || method === "POST") sent += 1;
    return { id: String(1_790_000_000_000 + sent) };
  };
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    sent: () => sent,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
