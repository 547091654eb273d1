import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { homedir } from "node:os";
import { join } from "node:path";

/**
 * What Chromium would do beside the page. Of such lists it takes the last, so Playwright's own stands here too; ours are the
 * last two, a page of the browser's own beside each window, which took more of a small machine than what is tested.
 */
const withoutFeatures = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
];

/** How tests and benchmarks start Chromium: nothing of it looks for the outside. */
export const chromiumFlags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--disable-features=${withoutFeatures.join(",")}`,
];

/** And how every test does: what it optimises for is never asked again of a page that lives for some seconds. */
export const testFlags = [...chromiumFlags, "--js-flags=--no-turbofan"];

/**
 * The same engine without a browser's windows around it, which take a quarter of what a page costs. Debian's in /usr/bin is
 * a script, and whoever ended that would leave the program behind.
 */
const shells = ["/usr/lib/chromium/chromium-headless-shell"];

const browsers = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * The path of a Chromium for tests: one that is installed, else Debian's, else Playwright's own download. Throws an Error
 * of one sentence where none can be had.
 */
export function ensureChromium(): string {
  return ensured(["chromium-headless-shell", "chromium"], [...shells, ...browsers]);
}

/** The same for measurements: with windows, as people have it. */
export function ensureBrowser(): string {
  return ensured(["chromium"], browsers);
}

/** One of the programs; where there is none, the first of Debian's packages that can be had is installed. */
function ensured(packages: readonly string[], programs: readonly string[]): string {
  const find = () =>
    [process.env["CHROMIUM"], ...programs, ...ofPlaywright()].find(
      (path) => path !== undefined && isProgram(path),
    );
  const found = find() ?? (installDebians(packages) || installPlaywrights() ? find() : undefined);
  if (found) return found;
  throw new Error(
    "The browser tests need Chromium and could not install one: install it (Debian: apt-get install chromium) or set CHROMIUM to its path.",
  );
}

function installDebians(packages: readonly string[]): boolean {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...words: string[]) =>
    spawnSync("apt-get", words, { env: environment, stdio: "inherit" }).status === 0;
  const install = (name: string) =>
    apt("install", "-y", "-qq", "--no-install-recommends", name, "fonts-open-sans");
  return apt("update", "-qq") && packages.some(install);
}

function installPlaywrights(): boolean {
  const cli = join(import.meta.dirname, "../../node_modules/playwright-core/cli.js");
  return (
    spawnSync(process.execPath, [cli, "install", "chromium"], { stdio: "inherit" }).status === 0
  );
}

/** Where Playwright keeps the browsers that it downloads. */
function ofPlaywright(): string[] {
  const folder = process.env["PLAYWRIGHT_BROWSERS_PATH"] ?? join(homedir(), ".cache/ms-playwright");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith("chromium-"))
    .flatMap((name) =>
      ["chrome-linux/chrome", "chrome-linux64/chrome"].map((program) =>
        join(folder, name, program),
      ),
    );
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
