import type { DocumentContent } from "../document-content.ts";
import type { Limits, OnStep } from "../limits.ts";
import type { DocumentProblem } from "../plan-document.ts";
import { UnreadableDocumentError } from "../unreadable-document-error.ts";
import { pageElements, type PageElement } from "./page-elements.ts";
import { blocksOfPages } from "./pages-to-blocks.ts";
import { partsOf, type PdfDocument, saidOf } from "./parts-of-page.ts";
import { pdfLibrary, type PdfLibrary } from "./pdf-library.ts";
import { refuseBomb } from "./refuse-bomb.ts";
import { withoutRunningLines } from "./running-lines.ts";

/** What each page that was read adds to the time allowed, in milliseconds: a long plan is not a hostile one. */
const timeForPage = 100;

/**
 * Reads what a PDF prints: paragraphs, and tables from their ruling lines. Scripts, forms, attachments and pictures
 * are left alone, and nothing is fetched. `onStep` is told how long the library may take, because it may not come back
 * from a page that was made to hold it. Rejects with UnreadableDocumentError.
 */
export async function readPdf(
  bytes: Uint8Array,
  limits: Limits,
  onStep: OnStep,
): Promise<DocumentContent> {
  if (bytes.length > limits.fileBytes) throw tooLong("is too large");
  refuseBomb(bytes, limits);
  const library = await pdfLibrary();
  const task = library.getDocument({
    data: bytes.slice(),
    disableFontFace: true,
    // Their names, which alone tell what is bold.
    fontExtraProperties: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    maxImageSize: 1,
    verbosity: library.VerbosityLevel.ERRORS,
  });
  const clock = new Clock(limits.pdfMilliseconds);
  onStep(clock.left);
  try {
    const ask = askFile(clock, library);
    const document = await ask(task.promise);
    return await readPages(document, library, limits, {
      ask,
      read() {
        clock.allow(timeForPage);
        onStep(clock.left);
      },
      readAll: () => onStep(limits.stepMilliseconds),
    });
  } finally {
    clock.stop();
    await task.destroy();
  }
}

async function readPages(
  document: PdfDocument,
  library: PdfLibrary,
  limits: Limits,
  clock: PageClock,
): Promise<DocumentContent> {
  if (document.numPages > limits.pages) throw tooLong(`has more than ${limits.pages} pages`);
  const pages: (readonly PageElement[])[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await clock.ask(document.getPage(number));
    pages.push(pageElements(partsOf(page, await clock.ask(saidOf(page)), library)));
    page.cleanup();
    clock.read();
  }
  const { info } = await clock.ask(document.getMetadata());
  clock.readAll();
  const title = "Title" in info && typeof info.Title === "string" ? info.Title.trim() : "";
  const { pages: own, running } = withoutRunningLines(pages);
  if (own.every((page) => page.length === 0)) throw onlyPictures();
  return {
    blocks: blocksOfPages(own),
    ...(title && { title }),
    problems: [...wordlessPages(own), ...running.map(runningWords)],
  };
}

/** Pages that were scanned into a document that has words elsewhere; whether one is only blank can't be told. */
function wordlessPages(pages: readonly (readonly PageElement[])[]): readonly DocumentProblem[] {
  const numbers = pages.flatMap((page, index) => (page.length === 0 ? [index + 1] : []));
  if (numbers.length === 0) return [];
  const where = `${numbers.length === 1 ? "Page" : "Pages"} ${new Intl.ListFormat("en-GB").format(numbers.map(String))}`;
  return [{ where, what: "No words here: a picture of a page is not read." }];
}

function runningWords(words: string): DocumentProblem {
  return { where: "The head or foot of each page", what: `Not taken over: ${words}` };
}

interface PageClock {
  /** Waits for what the library reads in the file. */
  ask<T>(work: Promise<T>): Promise<T>;
  /** A page was read. */
  read(): void;
  /** All pages were: what follows does not wait for the library. */
  readAll(): void;
}

/** Gives up on what takes too long, in steps that the library makes between pages and parts of them. */
class Clock {
  private until: number;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(milliseconds: number) {
    this.until = performance.now() + milliseconds;
  }

  get left(): number {
    return this.until - performance.now();
  }

  allow(milliseconds: number): void {
    this.until += milliseconds;
  }

  async race<T>(work: Promise<T>): Promise<T> {
    const { left } = this;
    work.catch(() => {});
    if (left <= 0) throw tooLong("takes too long to read");
    const late = new Promise<never>((_, reject) => {
      this.timer = setTimeout(() => reject(tooLong("takes too long to read")), left);
    });
    return Promise.race([work, late]).finally(() => this.stop());
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}

/** What fails in the library is the file's fault; what fails elsewhere is ours, and shows as such. */
function askFile(clock: Clock, library: PdfLibrary): PageClock["ask"] {
  return async (work) => {
    try {
      return await clock.race(work);
    } catch (cause) {
      throw refusal(cause, library);
    }
  };
}

function refusal(cause: unknown, library: PdfLibrary): unknown {
  if (cause instanceof UnreadableDocumentError) return cause;
  if (cause instanceof library.PasswordException)
    return new UnreadableDocumentError(
      "protected",
      "The PDF has a password; save it without one and try again.",
      { cause },
    );
  return new UnreadableDocumentError(
    "corrupt",
    "The PDF is damaged and can't be read; open it in the program it was made with and save it again.",
    { cause },
  );
}

function tooLong(why: string): UnreadableDocumentError {
  return new UnreadableDocumentError("too-large", `The PDF ${why} and was not read.`);
}

function onlyPictures(): UnreadableDocumentError {
  return new UnreadableDocumentError(
    "wrong-type",
    "This PDF holds pictures of pages and no words; choose the document it was made from.",
  );
}
