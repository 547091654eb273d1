import { createServer } from "node:net";
import { once } from "node:events";

export interface Ports {
  readonly teams: number;
  readonly sharePoint: number;
  readonly app: number;
}

/** The port asked for and the two after it, or three free ones for 0. Throws an Error of one sentence where one is taken. */
export async function threePorts(first: number): Promise<Ports> {
  const asked = first === 0 ? [0, 0, 0] : [first, first + 1, first + 2];
  const held = await Promise.all(asked.map(hold));
  await Promise.all(held.map(({ release }) => release()));
  const [teams = 0, sharePoint = 0, app = 0] = held.map(({ port }) => port);
  return { teams, sharePoint, app };
}

async function hold(port: number) {
  const server = createServer().listen(port, "127.0.0.1");
  await once(server, "listening").catch((cause: unknown) => {
    throw new Error(`Port ${port} is taken: choose another with --port, or end what uses it.`, {
      cause,
    });
  });
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("Not listening on a port.");
  return { port: address.port, release: () => new Promise((resolve) => server.close(resolve)) };
}
