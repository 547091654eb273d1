/**
 * pdf.js, loaded when the first PDF is read. It parses on the thread that asks (the tab asks from a worker of its own),
 * fetches nothing, and knows no fonts of the machine. The build for older engines is the one that runs everywhere.
 */
export function pdfLibrary() {
  loading ??= load();
  return loading;
}

let loading: ReturnType<typeof load> | undefined;

export type PdfLibrary = Awaited<ReturnType<typeof load>>;

async function load() {
  const parser = await withoutAnswering(() => import("pdfjs-dist/legacy/build/pdf.worker.mjs"));
  Object.assign(globalThis, { pdfjsWorker: parser });
  return import("pdfjs-dist/legacy/build/pdf.mjs");
}

/**
 * Loaded in a worker, pdf.js takes that worker for its own and answers its messages. It tells by there being no window
 * (the last lines of its pdf.worker.mjs), so it finds one while it loads.
 */
async function withoutAnswering<T>(importing: () => Promise<T>): Promise<T> {
  if (!("WorkerGlobalScope" in globalThis) || "window" in globalThis) return importing();
  Object.defineProperty(globalThis, "window", { value: globalThis, configurable: true });
  try {
    return await importing();
  } finally {
    Reflect.deleteProperty(globalThis, "window");
  }
}
