import react from "@vitejs/plugin-react";
import type { Plugin, Rolldown } from "vite";
import { defineConfig } from "vitest/config";

const base = "/tab/";

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
  plugins: [react(), preloadFirstScreen(), withoutPrefetch(), nestedSignInOnly()],
  // As modules, so that a worker too fetches each kind of document only when it meets one.
  worker: { format: "es" },
  build: { outDir: "../../dist/tab", emptyOutDir: true, sourcemap: true },
  test: {
    root: ".",
    projects: [
      project("unit"),
      project("contract", { testTimeout: 30_000, hookTimeout: 60_000 }),
      project("local", { testTimeout: 30_000, hookTimeout: 60_000 }),
      // Once more where a browser stalled: the report names every test that needed it.
      project("tab", { testTimeout: 90_000, hookTimeout: 90_000, retry: 1 }),
      project("e2e", {
        testTimeout: 150_000,
        hookTimeout: 150_000,
        fileParallelism: false,
        retry: 1,
      }),
    ],
  },
});

/** What main.tsx imports dynamically and at once, because the first screen needs it; everything else can wait. */
const atOnce = ["frame/render.tsx", "sharepoint/connect.ts", "teams/connect-tokens.ts"];

/** The page names those chunks and their styles, so that the browser fetches them together with main.tsx and not after it. */
function preloadFirstScreen(): Plugin {
  return {
    name: "preload-first-screen",
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((each) => each.type === "chunk");
        const entry = chunks.find(({ isEntry }) => isEntry);
        const first = chunks
          .filter(({ facadeModuleId }) => atOnce.some((file) => facadeModuleId?.endsWith(file)))
          .map(({ fileName }) => fileName);
        if (first.length < atOnce.length) throw new Error("A part of the first screen is gone.");
        const needed = entry ? withImports(chunks, first) : [];
        const links = needed.flatMap(({ fileName, viteMetadata }) => [
          { rel: "modulepreload", href: base + fileName },
          ...[...(viteMetadata?.importedCss ?? [])].map((file) => ({
            rel: "stylesheet",
            href: base + file,
          })),
        ]);
        return links.map((attrs) => ({
          tag: "link",
          attrs: { ...attrs, crossorigin: true },
          injectTo: "head" as const,
        }));
      },
    },
  };
}

/** Those chunks and all that they import, the entry left out: its own script element names it. */
function withImports(
  chunks: readonly Rolldown.OutputChunk[],
  names: readonly string[],
): readonly Rolldown.OutputChunk[] {
  const found = new Set<Rolldown.OutputChunk>();
  const visit = (name: string): void => {
    const chunk = chunks.find(({ fileName }) => fileName === name);
    if (!chunk || chunk.isEntry || found.has(chunk)) return;
    found.add(chunk);
    for (const each of chunk.imports) visit(each);
  };
  for (const name of names) visit(name);
  return [...found];
}

/**
 * teams-js asks a CDN for the hosts of Teams as soon as it is imported, though it brings a list of them along and asks
 * again for a host that is not in it. Every opened tab would send that request, and our content security policy stop it.
 */
function withoutPrefetch(): Plugin {
  return {
    name: "teams-js-without-prefetch",
    transform: {
      filter: { id: /teams-js\/.*\/validOrigins\.js$/ },
      handler(code) {
        const quiet = code.replace(/\b\w+\(\);\s*(?=export\s*\{)/, "");
        if (quiet === code)
          throw new Error("teams-js has changed: look at its validOrigins.js again.");
        return { code: quiet, map: null };
      },
    },
  };
}

/**
 * In Teams MSAL asks the client over its bridge. What it brings along to sign in by pages and popups of its own is half
 * of its weight, and cannot work in a frame: it is left out of the build, and says so where it would be needed.
 */
function nestedSignInOnly(): Plugin {
  const left = "\0without-standard-controller";
  return {
    name: "msal-nested-sign-in-only",
    enforce: "pre",
    resolveId: {
      filter: { id: /\/StandardController\.mjs$/ },
      handler: () => left,
    },
    load: {
      filter: { id: /without-standard-controller$/ },
      handler: () =>
        "export class StandardController { constructor() { throw new Error('This Teams client has no nested app authentication.'); } }",
    },
  };
}
