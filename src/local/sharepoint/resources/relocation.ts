import { z } from "zod";
import { copyTo, moveTo, type Relocation } from "../files/relocate.ts";
import { findAt, serverRelative, targetAt, type Found } from "../files/place.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { flagArgument, textArgument, type Segment } from "../odata/address.ts";
import type { Answer } from "../odata/entity.ts";
import type { Session } from "../session.ts";
import type { Resource } from "./resource.ts";

type What = "file" | "folder";
type Deed = typeof moveTo;

/** `moveTo` and `copyTo` on a file or folder itself, in their older and newer forms. */
export function relocationSteps(find: () => Found): NonNullable<Resource["steps"]> {
  const doing = (name: string, argument: string, deed: Deed, how: (step: Segment) => boolean) => {
    return (step: Segment): Resource => ({
      post: () => {
        const found = find();
        const path = serverRelative(found.session, textArgument(step, argument));
        deed(found, targetAt(found.session, path), { overwrite: how(step), keepBoth: false });
        return nothing(name);
      },
    });
  };
  return {
    moveto: doing("MoveTo", "newurl", moveTo, flagged),
    movetousingpath: doing("MoveToUsingPath", "decodedurl", moveTo, flagged),
    copyto: doing("CopyTo", "strnewurl", copyTo, overwriting),
    copytousingpath: doing("CopyToUsingPath", "decodedurl", copyTo, overwriting),
  };
}

/** SP.MoveOperations as a number, of which the first bit says to write over. */
function flagged(step: Segment): boolean {
  const flags = step.named.get("flags") ?? step.named.get("moveoperations") ?? step.positional[1];
  return (Number(flags ?? 0) & 1) === 1;
}

function overwriting(step: Segment): boolean {
  return (
    flagArgument(step, "boverwrite") ||
    flagArgument(step, "overwrite") ||
    step.positional[1] === true
  );
}

const resourcePath = z.object({ DecodedUrl: z.string() });
const options = z
  .object({
    KeepBoth: z.boolean().default(false),
    ResetAuthorAndCreatedOnCopy: z.boolean().default(false),
  })
  .nullish();
const byPath = z.object({
  srcPath: resourcePath,
  destPath: resourcePath,
  overwrite: z.boolean().optional(),
  options,
});
const byUrl = z.object({
  srcUrl: z.string(),
  destUrl: z.string(),
  overwrite: z.boolean().optional(),
  options,
});

/** `SP.MoveCopyUtil.*`, which stand right below `_api/` and name both places in their body. */
export function moveCopySteps(session: Session): NonNullable<Resource["steps"]> {
  const steps: Record<string, (step: Segment) => Resource> = {};
  for (const [verb, deed] of [
    ["Move", moveTo],
    ["Copy", copyTo],
  ] as const)
    for (const what of ["file", "folder"] as const)
      for (const ending of ["", "ByPath"]) {
        const name = `${verb}${what === "file" ? "File" : "Folder"}${ending}`;
        steps[`sp.movecopyutil.${name.toLowerCase()}`] = (step) => ({
          post: (request) => {
            relocate(session, what, deed, read(request, step, ending !== ""));
            return nothing(name);
          },
        });
      }
  return steps;
}

interface Wanted extends Relocation {
  readonly from: string;
  readonly to: string;
}

function relocate(session: Session, what: What, deed: Deed, { from, to, ...how }: Wanted): void {
  const found = findAt(session, serverRelative(session, from), what);
  deed(found, targetAt(session, serverRelative(session, to)), how);
}

function read(request: ApiRequest, step: Segment, paths: boolean): Wanted {
  const body = paths ? parseBody(byPath, request) : parseBody(byUrl, request);
  const asked = flagArgument(step, "overwrite") || step.positional[0] === true;
  return {
    from: "srcPath" in body ? body.srcPath.DecodedUrl : body.srcUrl,
    to: "destPath" in body ? body.destPath.DecodedUrl : body.destUrl,
    overwrite: asked || body.overwrite === true,
    keepBoth: body.options?.KeepBoth === true,
    resetAuthor: body.options?.ResetAuthorAndCreatedOnCopy === true,
  };
}

function nothing(name: string): Answer {
  return { kind: "null", name };
}
