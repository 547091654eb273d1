import { z } from "zod";

const requestFromTab = z.object({
  func: z.string(),
  id: z.number().optional(),
  uuidAsString: z.string().optional(),
  args: z.array(z.unknown()).optional(),
  data: z.string().optional(),
});

/** What a request is answered with; undefined is no answer at all, as some requests have none. */
type Answer = readonly unknown[] | undefined;
export type Answers = Readonly<
  Record<string, (args: readonly unknown[]) => Answer | Promise<Answer>>
>;

export interface HostFrameParts {
  /** The frame's window; asked each time, since a frame gets a new one with each page. */
  readonly window: () => Window | null;
  /** Only messages from here are read, and only here are answers readable. */
  readonly origin: string;
  readonly answers: Answers;
  /** Answers a request of nested app authentication, both as JSON. */
  readonly nested: (request: string) => Promise<string>;
  readonly onUnknown: (what: string) => void;
}

/** One frame that this page hosts: what it asks is answered, and it can be told things. */
export interface HostFrame {
  /** Sends an event, where the frame said that it listens for it. */
  tell(event: string, args: readonly unknown[]): void;
  /** Asks for what is to be saved; teams-js answers by itself where the page listens for nothing. */
  askToSave(): void;
  close(): void;
}

/**
 * The wire between teams-js and its host: `{id, uuidAsString, func, args}` one way, the same id with
 * `args` the other way. Requests that this page does not know are reported, never swallowed.
 */
export function hostFrame({
  window: frameWindow,
  origin,
  answers,
  nested,
  onUnknown,
}: HostFrameParts): HostFrame {
  const handlers = new Set<string>();

  function post(message: Record<string, unknown>): void {
    frameWindow()?.postMessage(message, origin);
  }

  async function answer(request: z.infer<typeof requestFromTab>): Promise<void> {
    const { func, id, uuidAsString, args = [] } = request;
    const reply = (answered: Answer) => {
      if (answered) post({ id, uuidAsString, args: answered, monotonicTimestamp: Date.now() });
    };
    if (func === "nestedAppAuth.execute") return reply([null, await nested(request.data ?? "{}")]);
    if (func === "registerHandler") return void handlers.add(String(args[0]));
    const known = answers[func];
    if (known) return reply(await known(args));
    onUnknown(func);
  }

  function onMessage(event: MessageEvent<unknown>): void {
    if (event.source === null || event.source !== frameWindow()) return;
    if (event.origin !== origin) return onUnknown(`an answer from ${event.origin}`);
    const request = requestFromTab.safeParse(event.data);
    if (request.success) void answer(request.data);
  }

  window.addEventListener("message", onMessage);
  return {
    tell(event, args) {
      if (handlers.has(event)) post({ func: event, args });
    },
    askToSave: () => post({ func: "settings.save", args: [{}] }),
    close: () => window.removeEventListener("message", onMessage),
  };
}
