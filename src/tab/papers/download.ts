/** Puts a file among the reader's downloads. */
export function download(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = file.name;
  link.click();
  // The browser has it once it has begun; a minute is long enough for that.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
