import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { zipSync } from "fflate";
import { fillManifest, type PackageConfiguration } from "./fill-manifest.ts";
import { PackageError } from "./package-error.ts";
import { manifestProblems } from "./manifest-problems.ts";

const root = join(import.meta.dirname, "../../..");

// One moment for every file, so that the same settings make the same bytes. Zip times start in 1980.
const moment = new Date(1980, 0, 1);

/**
 * The zip that an administrator uploads to Teams: the manifest with its places filled, and its icons.
 * Nothing is asked of the internet. Throws PackageError where Teams would not take it, saying why.
 */
export async function packageApp({
  configuration,
}: {
  readonly configuration: PackageConfiguration;
}): Promise<Uint8Array> {
  const [template, color, outline, about] = await Promise.all([
    readFile(join(root, "manifest/manifest.template.json"), "utf8"),
    readFile(join(root, "manifest/color.png")),
    readFile(join(root, "manifest/outline.png")),
    readFile(join(root, "package.json"), "utf8"),
  ]);
  const manifest = fillManifest(JSON.parse(template), {
    configuration,
    version: versionOf(JSON.parse(about)),
  });
  const problems = await manifestProblems(manifest);
  if (problems.length > 0) {
    throw new PackageError(`Teams would not take this manifest: ${problems.join("; ")}`);
  }
  const text = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
  const files = { "manifest.json": text, "color.png": color, "outline.png": outline };
  return zipSync(files, { mtime: moment, level: 9 });
}

function versionOf(about: unknown): string {
  if (typeof about === "object" && about && "version" in about) return String(about.version);
  throw new PackageError("package.json names no version.");
}
