const forbidden = /["*:<>?/\\|\p{Cc}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2066}-\u{2069}]/gu;
const reserved = /^(?:\.lock|con|prn|aux|nul|com\d|lpt\d|desktop\.ini)(?:\.|$)/i;

/** Characters; SharePoint takes 400 for the whole path with its site and folders. */
const longest = 120;

/**
 * A name that SharePoint takes, as like the given one as can be (Microsoft: "Restrictions and limitations in OneDrive
 * and SharePoint"). Characters that turn the direction of writing are taken out too: they hide what kind of file it is.
 */
export function safeFileName(name: string): string {
  const clean = name
    .normalize("NFC")
    .replaceAll(forbidden, "-")
    .replaceAll(/_vti_/gi, "vti")
    .replace(/^[~$\s.]+/u, "")
    .replace(/[\s.]+$/u, "");
  const { stem, ending } = parts(reserved.test(clean) ? `file ${clean}` : clean);
  return `${cut(stem, longest - ending.length).trim() || "file"}${ending}`;
}

/** "Audit.docx", "Audit 2.docx", "Audit 3.docx": the name to try where the ones before are taken; `count` from 1. */
export function numberedName(name: string, count: number): string {
  if (count === 1) return name;
  const { stem, ending } = parts(name);
  return `${stem} ${count}${ending}`;
}

/** A dot far from the end is part of the name. */
function parts(name: string): { readonly stem: string; readonly ending: string } {
  const dot = name.lastIndexOf(".");
  return dot > 0 && name.length - dot <= 12
    ? { stem: name.slice(0, dot), ending: name.slice(dot) }
    : { stem: name, ending: "" };
}

/** Never through the middle of a character. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");
}
