// `npm run lock`: fills the lock file with what a registry that mirrors one platform only leaves out. `npm ci` refuses a
// lock file in which an optional dependency is missing, even one that is for another operating system.
import { readFileSync, writeFileSync } from "node:fs";
import { type LockFile, platformOf, unlockedOptionals } from "./lock-file.ts";

const file = new URL("../../package-lock.json", import.meta.url);
const lock: LockFile = JSON.parse(readFileSync(file, "utf8"));

for (const { name, version } of unlockedOptionals(lock)) {
  lock.packages[`node_modules/${name}`] = { version, optional: true, ...platformOf(name) };
}
const [root = ["", {}], ...others] = Object.entries(lock.packages);
others.sort(([one], [other]) => one.localeCompare(other, "en"));
lock.packages = Object.fromEntries([root, ...others]);
writeFileSync(file, `${JSON.stringify(lock, undefined, 2)}\n`);
