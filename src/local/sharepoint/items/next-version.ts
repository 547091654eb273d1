import { refused } from "../errors.ts";
import { isLibrary, type List } from "../store/list.ts";

/** Versions are numbered 512 for each major one, and 1 for each draft after it. */
export const majorVersion = 512;

const keepsDrafts = (list: List) => isLibrary(list) && list.settings.enableMinorVersions;

export function firstVersion(list: List, kind: number): number {
  return keepsDrafts(list) && kind === 0 ? 1 : majorVersion;
}

/** The version that a change makes: a draft in libraries that keep drafts, else the next major one. */
export function nextVersion(list: List, version: number): number {
  if (!keepsDrafts(list)) return nextMajor(version);
  if (version % majorVersion === majorVersion - 1)
    throw refused("No more drafts of this file can be saved. Publish it first.");
  return version + 1;
}

export function nextMajor(version: number): number {
  return (Math.floor(version / majorVersion) + 1) * majorVersion;
}
