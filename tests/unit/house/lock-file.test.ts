import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { type LockFile, platformOf, unlockedOptionals } from "#tests/support/lock-file.ts";

it("has an entry for every optional dependency, or npm ci refuses the lock file", () => {
  const lock: LockFile = JSON.parse(
    readFileSync(new URL("../../../package-lock.json", import.meta.url), "utf8"),
  );
  expect(unlockedOptionals(lock)).toEqual([]);
});

it.each([
  ["@swc/core-linux-x64-musl", { os: ["linux"], cpu: ["x64"], libc: ["musl"] }],
  ["@oxlint/binding-linux-arm-gnueabihf", { os: ["linux"], cpu: ["arm"], libc: ["glibc"] }],
  ["@oxfmt/binding-win32-arm64-msvc", { os: ["win32"], cpu: ["arm64"] }],
  ["@oxlint-tsgolint/darwin-x64", { os: ["darwin"], cpu: ["x64"] }],
])("reads off the name for which machine %s is", (name, platform) => {
  expect(platformOf(name)).toEqual(platform);
});
