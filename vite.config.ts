import react from "@vitejs/plugin-react";
import type { Plugin, Rolldown } from "vite";
import { defineConfig } from "vitest/config";
import { leanPackages } from "./packages.config.ts";

const base = "/tab/";
const screenFile = `${import.meta.dirname}/src/tab/frame/render.tsx`;
const pageFile = `${import.meta.dirname}/src/tab/index.html`;
/** What everybody sees right after the rows. */
const controlFiles = [
  "header/HeaderButtons.tsx",
  "header/ViewTabs.tsx",
  "header/WaysOut.tsx",
  "plan/PlanFooter.tsx",
  "plan/PlanTools.tsx",
  "filter/RatingKey.tsx",
  "plan/RunChecks.tsx",
].map((file) => `${import.meta.dirname}/src/tab/${file}`);

const globalSetup = "tests/support/sample-site.ts";

const project = (name: string, extra = {}) => ({
  extends: true as const,
  test: {
    name,
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    setupFiles: ["tests/support/property-seed.ts"],
    ...extra,
  },
});

/** Builds the tab into dist/tab; the same file names the kinds of test. */
export default defineConfig({
  root: "src/tab",
  base,
  plugins: [
    react(),
    preloadFirstScreen(),
    stylesInPage(),
    helpersInScreen(),
    compiledInBackground(),
    ...leanPackages(),
  ],
  // As modules, so that a worker too fetches each kind of document only when it meets one.
  worker: { format: "es" },
  build: {
    outDir: "../../dist/tab",
    emptyOutDir: true,
    sourcemap: true,
    modulePreload: { polyfill: false, resolveDependencies: besideThePage },
    rolldownOptions: {
      input: { index: pageFile, screen: screenFile },
      output: {
        codeSplitting: {
          groups: [{ name: firstScreen(), tags: ["$initial"] }, { name: controls }],
        },
      },
    },
  },
  test: {
    root: ".",
    // Left to itself the runner leaves a core free, which on a machine with two leaves one.
    maxWorkers: "100%",
    // What is waited for takes longer than a second on a machine that does something else as well.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      project("unit", { testTimeout: 30_000 }),
      project("contract", { testTimeout: 30_000, hookTimeout: 60_000 }),
      project("local", { testTimeout: 30_000, hookTimeout: 60_000 }),
      // Once more where a browser stalled: the report names every test that needed it.
      project("tab", {
        testTimeout: 90_000,
        hookTimeout: 90_000,
        retry: 1,
        globalSetup,
      }),
      project("commands", { testTimeout: 150_000, hookTimeout: 150_000, globalSetup }),
      project("e2e", {
        testTimeout: 150_000,
        hookTimeout: 150_000,
        // Whole products on a real clock: one at a time, after everything else.
        fileParallelism: false,
        retry: 1,
        globalSetup,
      }),
    ],
  },
});

/**
 * Two files for everything before the first row, for a slow computer takes longer over forty small ones: `boot`, which is
 * all that main.tsx imports, and `screen`, which is what it asks for then. Only what is used of a package is in either.
 */
function firstScreen() {
  let boot: ReadonlySet<string> | undefined;
  return (id: string, context: Rolldown.ChunkingContext): string => {
    boot ??= importsOf(pageFile, context);
    return boot.has(id) ? "boot" : "screen";
  };
}

/** One file for the controls that follow the rows, with what they are made of, in place of some thirty small ones. */
function controls(id: string): string | null {
  return controlFiles.includes(id) ? "controls" : null;
}

/** All modules that one imports, itself included. */
function importsOf(first: string, context: Rolldown.ChunkingContext): Set<string> {
  const found = new Set<string>();
  const visit = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    for (const each of context.getModuleInfo(id)?.importedIds ?? []) visit(each);
  };
  visit(first);
  return found;
}

/** What is fetched beside a part that is asked for: nothing beside the screen, for the page has named all of it. */
function besideThePage(file: string, needed: string[]): string[] {
  return /\/screen-[^/]*$/.test(file) ? [] : needed;
}

/** The page names what main.tsx asks for, so that the browser fetches it together with main.tsx and not after it. */
function preloadFirstScreen(): Plugin {
  return {
    name: "preload-first-screen",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle = {} }) {
        const chunks = chunksOf(bundle);
        return withImports(chunks, chunkOf(screenFile, chunks))
          .filter(({ fileName, name }) => name !== helpers && !html.includes(base + fileName))
          .map(({ fileName }) => ({
            tag: "link",
            attrs: { rel: "modulepreload", href: base + fileName, crossorigin: true },
            injectTo: "head" as const,
          }));
      },
    },
  };
}

/**
 * The first screen's few styles stand in the page itself: each file more that a page names costs a slow computer as long
 * as drawing two rows. The server writes the word by which the content security policy allows them.
 */
function stylesInPage(): Plugin {
  const inPage = new Set<string>();
  return {
    name: "styles-in-page",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle = {} }) {
        const chunks = chunksOf(bundle);
        const needed = [pageFile, screenFile].flatMap((file) =>
          withImports(chunks, chunkOf(file, chunks)),
        );
        for (const { viteMetadata } of needed)
          for (const file of viteMetadata?.importedCss ?? []) inPage.add(file);
        return {
          html: html.replaceAll(/^ *<link rel="stylesheet"[^>]*>\n/gm, ""),
          tags: [
            {
              tag: "style",
              attrs: { nonce: "" },
              children: [...inPage].map((file) => textOf(bundle[file])).join(""),
              injectTo: "head",
            },
          ],
        };
      },
    },
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const chunks = chunksOf(bundle);
        const there = chunkOf(screenFile, chunks).fileName;
        for (const file of inPage) {
          Reflect.deleteProperty(bundle, file);
          // What comes later names all that it needs, and would fetch it once more: it finds what the page has.
          for (const chunk of chunks) chunk.code = chunk.code.replace(`"${file}"`, `"${there}"`);
        }
      },
    },
  };
}

/** What the bundler calls the file of its own few functions. */
const helpers = "rolldown-runtime";

/**
 * The bundler's own functions, half a kilobyte, stand in the screen's file once more, so that the first screen need not
 * wait for a file of theirs. They keep nothing, so that two of each are as good as one.
 */
function helpersInScreen(): Plugin {
  return {
    name: "helpers-in-screen",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const chunks = chunksOf(bundle);
        const screen = chunkOf(screenFile, chunks);
        const own = chunks.find(({ name }) => name === helpers);
        const [, functions, given] = /^(.*)export\{(.*)\};?\n?$/.exec(own?.code ?? "") ?? [];
        const asked = /\nimport\{([^}]*)\}from"\.\/rolldown-runtime-[^"]*";/.exec(screen.code);
        if (functions === undefined || !asked)
          throw new Error("The bundler writes its own functions otherwise: look at them again.");
        const taken = `const{${named(asked[1], "$1:$2")}}=(()=>{${functions}return{${named(given, "$2:$1")}}})();`;
        // On the line before, and blanks in place of it: where everything else stands is what the map says.
        const blanks = " ".repeat(asked[0].length - 1);
        screen.code = screen.code.replace(asked[0], () => `${taken}\n${blanks}`);
      },
    },
  };
}

/** "r as e,t" as another part of the language writes it. */
function named(names = "", as: string): string {
  return names.replaceAll(/([\w$]+) as ([\w$]+)/g, as);
}

function textOf(file: Rolldown.OutputAsset | Rolldown.OutputChunk | undefined): string {
  if (file?.type !== "asset") throw new Error("A style of the first screen is gone.");
  return String(file.source);
}

/**
 * The browser reads a script in the background, and each function of it once more when it is first called, on the one
 * thread that a slow computer has too little of. Before the first row nearly all are called: Chromium and Edge, and so
 * Teams, make them ready in the background too where a script begins with this word.
 */
function compiledInBackground(): Plugin {
  const word = "//# allFunctionsCalledOnLoad\n";
  return {
    name: "compiled-in-background",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== "chunk" || !["index", "screen"].includes(chunk.name)) continue;
          chunk.code = word + chunk.code;
          const map = bundle[`${chunk.fileName}.map`];
          if (map?.type !== "asset") throw new Error(`${chunk.fileName} has no map.`);
          // Which is a line longer too.
          map.source = String(map.source).replace('"mappings":"', '"mappings":";');
        }
      },
    },
  };
}

function chunksOf(bundle: Rolldown.OutputBundle): readonly Rolldown.OutputChunk[] {
  return Object.values(bundle).filter((each) => each.type === "chunk");
}

/** The chunk that a file of ours begins. */
function chunkOf(file: string, chunks: readonly Rolldown.OutputChunk[]): Rolldown.OutputChunk {
  const found = chunks.find(({ facadeModuleId }) => facadeModuleId === file);
  if (!found) throw new Error(`${file} begins no file of the tab any more.`);
  return found;
}

/** That chunk and all that it imports. */
function withImports(
  chunks: readonly Rolldown.OutputChunk[],
  first: Rolldown.OutputChunk,
): readonly Rolldown.OutputChunk[] {
  const found = new Set([first]);
  for (const { imports } of found)
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) found.add(chunk);
  return [...found];
}
