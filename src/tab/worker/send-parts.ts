/** In a worker: sends the page one part after another, each when the page says that it has taken the one before. */
export async function sendParts(parts: Iterable<object>): Promise<void> {
  for (const part of parts) {
    self.postMessage(part, { transfer: [] });
    await taken();
  }
}

function taken(): Promise<unknown> {
  return new Promise((resolve) => {
    self.addEventListener("message", resolve, { once: true });
  });
}
