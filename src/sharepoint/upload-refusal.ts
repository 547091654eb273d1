import { HttpRequestError } from "@pnp/queryable";
import { RefusedError, UnavailableError } from "#plan/errors.ts";

interface Refusal {
  readonly status?: number;
  readonly says?: RegExp;
  readonly error: (name: string) => Error;
}

/**
 * What SharePoint says of a file that it does not take: by its status (RFC 4918: 423, 507), else in its own words, which
 * come with statuses that mean anything.
 */
const refusals: readonly Refusal[] = [
  {
    status: 423,
    says: /SPFileLockException|is locked for/i,
    error: (name) =>
      new UnavailableError(
        `“${name}” is locked just now: somebody has it open, or SharePoint looks through it. Try again in a minute.`,
      ),
  },
  {
    status: 507,
    says: /exceeded (?:its maximum file storage|the storage quota)|quotaLimitReached/i,
    error: (name) =>
      new RefusedError(
        `The site has no room left for “${name}”. Ask whoever looks after the site for more, or put the file elsewhere and paste the link to it.`,
      ),
  },
  {
    status: 413,
    error: (name) =>
      new RefusedError(
        `“${name}” is larger than this site takes. Put it into a library of your own, and paste the link to it.`,
      ),
  },
  {
    says: /contains (?:a virus|malware)|found a virus|VirusFound/i,
    error: (name) =>
      new RefusedError(
        `SharePoint found a virus in “${name}”, and did not take it. Take it out here, and tell your IT service.`,
      ),
  },
  {
    says: /blocked by (?:the|an|your) administrator|blocked file type/i,
    error: (name) =>
      new RefusedError(
        `This site takes no files of the kind of “${name}”. Take it out here, or save it as another kind.`,
      ),
  },
];

/** Turns what SharePoint says of a file into words for whoever sent it; anything else is thrown as it is. */
export function rethrowUpload(name: string) {
  return (cause: unknown): never => {
    if (!(cause instanceof HttpRequestError)) throw cause;
    const known = refusals.find(
      ({ status, says }) => status === cause.status || says?.test(cause.message) === true,
    );
    throw known ? known.error(name) : cause;
  };
}
