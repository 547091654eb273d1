import { existsSync, globSync, statSync } from "node:fs";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildTeamsPage } from "./teams/build-page.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

interface Build {
  readonly folder: string;
  readonly sources: readonly string[];
  run(signal: AbortSignal): Promise<void>;
}

const tab: Build = {
  folder: join(root, "dist/tab"),
  sources: [
    "src/{tab,plan,usecases,sharepoint,documents}/**/*",
    "vite.config.ts",
    "packages.config.ts",
    "package-lock.json",
  ],
  async run(signal) {
    const vite = join(root, "node_modules/vite/bin/vite.js");
    const child = spawn(process.execPath, [vite, "build", "--logLevel", "warn"], {
      cwd: root,
      signal,
      stdio: ["ignore", "ignore", "pipe"],
      // A test runner's NODE_ENV would build React's development version into it.
      env: { ...process.env, NODE_ENV: "production" },
    });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
    const [code] = await once(child, "close");
    if (code !== 0) throw new Error(`The tab could not be built.\n${said}`);
  },
};

/** The Teams page as the browser gets it. */
export const teamsPage: Build = {
  folder: join(root, "dist/teams"),
  sources: ["src/local/people.ts", "src/local/teams/**/*", "package-lock.json"],
  async run() {
    await buildTeamsPage(teamsPage.folder);
  },
};

/** Builds what the browser gets, where its sources are newer than the last build. */
export async function buildWhereStale(signal: AbortSignal): Promise<void> {
  await Promise.all([tab, teamsPage].filter(isStale).map((build) => build.run(signal)));
}

function isStale({ folder, sources }: Build): boolean {
  const page = join(folder, "index.html");
  if (!existsSync(page)) return true;
  const built = statSync(page).mtimeMs;
  return globSync([...sources], { cwd: root }).some(
    (file) => statSync(join(root, file)).mtimeMs > built,
  );
}
