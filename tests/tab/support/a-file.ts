import type { Frame } from "playwright-core";

/** A document as a person has it on their computer. */
export interface AFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export function markdownFile(name: string, ...lines: readonly string[]): AFile {
  return { name, mimeType: "text/markdown", buffer: Buffer.from(lines.join("\n")) };
}

/** Gives it to the import screen. */
export async function chooseFile(tab: Frame, file: AFile): Promise<void> {
  await tab.getByRole("button", { name: "Choose a file" }).waitFor();
  await tab.locator('input[type="file"]').setInputFiles(file);
}
