/** Awaited between pieces of long work: whoever has a screen to draw does so. */
export type Pause = () => Promise<void>;

/** Nobody waits for a screen. */
export async function noPause(): Promise<void> {}

/** Until whatever else waits has had its turn. Not by a timer, of which a hidden tab gets one a second. */
export function nextTask(): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.addEventListener("message", resolve, { once: true });
    port1.start();
    port2.postMessage(undefined);
  }).finally(() => port1.close());
}
