import { AppManifestUtils, TeamsManifestConverter } from "@microsoft/app-manifest";

/** What the manifest's own schema says against it, in words. The schema lies in the package: nothing is fetched. */
export async function manifestProblems(manifest: unknown): Promise<readonly string[]> {
  try {
    return await AppManifestUtils.validateAgainstSchema(
      TeamsManifestConverter.jsonToManifest(JSON.stringify(manifest)),
    );
  } catch (cause) {
    return [cause instanceof Error ? cause.message : "it cannot be read"];
  }
}
