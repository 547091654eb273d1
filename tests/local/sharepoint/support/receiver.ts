import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { z } from "zod";

const message = z.object({
  value: z.array(
    z.object({
      subscriptionId: z.string(),
      clientState: z.string().nullable(),
      expirationDateTime: z.string(),
      resource: z.string(),
      tenantId: z.string(),
      siteUrl: z.string(),
      webId: z.string(),
    }),
  ),
});
type Message = z.infer<typeof message>;

/** What calls itself a webhook: how it answers can be changed between calls. */
export interface Receiver {
  readonly url: string;
  readonly messages: Message[];
  /** The token is echoed unless it is said to answer something else. */
  echo: (token: string) => {
    readonly body: string;
    readonly type?: string;
    readonly status?: number;
  };
  /** How many messages are refused before they are taken. */
  refuse: number;
  readonly validations: string[];
  waitFor(count: number): Promise<void>;
}

/** Runs a webhook on a free port for as long as the work lasts. */
export async function withReceiver(work: (receiver: Receiver) => Promise<void>): Promise<void> {
  const waiting: (() => void)[] = [];
  const receiver: Receiver = {
    url: "",
    messages: [],
    validations: [],
    refuse: 0,
    echo: (token) => ({ body: token }),
    async waitFor(count) {
      while (this.messages.length < count) await new Promise<void>((go) => waiting.push(go));
    },
  };
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await read(request);
    const { searchParams } = new URL(request.url ?? "/", "http://local");
    const token = searchParams.get("validationtoken");
    if (token !== null) {
      receiver.validations.push(token);
      const { body: text, type = "text/plain", status = 200 } = receiver.echo(token);
      response.writeHead(status, { "Content-Type": type }).end(text);
      return;
    }
    receiver.messages.push(message.parse(JSON.parse(body)));
    response.writeHead(receiver.refuse-- > 0 ? 503 : 200).end();
    for (const go of waiting.splice(0)) go();
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  try {
    await work(Object.assign(receiver, { url: `http://127.0.0.1:${port}/hook` }));
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function read(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}
