/** The app cannot be packaged as it is configured; the message says what to change. */
export class PackageError extends Error {
  readonly code = "package";
}
