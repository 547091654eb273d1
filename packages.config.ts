import type { Plugin } from "vite";

/** What packages bring along for others than us is left out of the tab, each part with the reason. */
export function leanPackages(): Plugin[] {
  return [withoutPrefetch(), withoutDebug(), withoutLocalTime(), nestedSignInOnly()];
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

/** What teams-js would write to a developer's console if asked to; it brings that along and starts it before all else. */
function withoutDebug(): Plugin {
  return {
    name: "teams-js-without-debug",
    load: {
      filter: { id: /teams-js\/.*\/debug\/src\/browser\.js$/ },
      handler: () =>
        "const quiet = Object.assign(() => {}, { extend: () => quiet }); export const b = { debug: Object.assign(() => quiet, { formatArgs() {} }) };",
    },
  };
}

/**
 * teams-js writes to that same silent console when it started, in local words. The first use of a browser's formatters
 * takes a slow computer 60 to 80 ms, and it stands before the handshake with Teams.
 */
function withoutLocalTime(): Plugin {
  return {
    name: "teams-js-without-local-time",
    transform: {
      filter: { id: /teams-js\/.*\/public\/app\/app\.js$/ },
      handler(code) {
        const quiet = code.replace("(new Date).toLocaleString()", '""');
        if (quiet === code) throw new Error("teams-js has changed: look at its app.js again.");
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
