import type { WriteStream } from "node:tty";

/** One line that is written over on a terminal; elsewhere each step is a line of its own. */
export function progressLine(stream: Pick<WriteStream, "write"> & { readonly isTTY?: boolean }) {
  let shown = false;
  return {
    show(text: string): void {
      shown = true;
      stream.write(stream.isTTY ? `\r\u001B[2K${text}` : `${text}\n`);
    },
    end(): void {
      if (shown && stream.isTTY) stream.write("\n");
    },
  };
}
