import { refused } from "../errors.ts";

const forbidden = /["*:<>?/\\|\p{Cc}]/u;
const reserved = /^(?:\.|\.\.|\.lock|con|prn|aux|nul|com\d|lpt\d|desktop\.ini|_vti_.*)$/i;

/** Throws 400 for names of files and folders that SharePoint does not take. */
export function checkName(name: string): string {
  const bad =
    name === "" ||
    name.length > 255 ||
    forbidden.test(name) ||
    reserved.test(name) ||
    name !== name.trim() ||
    name.endsWith(".") ||
    name.startsWith("~$");
  if (bad)
    throw refused(
      `The file or folder name '${name}' is not valid. It may not be empty, end with a dot, or hold any of " * : < > ? / \\ |.`,
    );
  return name;
}

/** Throws 400 where a path is longer than SharePoint takes (400 characters). */
export function checkPath(path: string): string {
  if (path.length > 400)
    throw refused("The specified file or folder path is too long: it takes 400 characters.");
  return path;
}
