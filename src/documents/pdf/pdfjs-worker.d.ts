/** The part of pdf.js that parses; it is handed over to the other part as it is, so that no file has to be fetched. */
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs" {
  export const WorkerMessageHandler: object;
}
