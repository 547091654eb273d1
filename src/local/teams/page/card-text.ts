/**
 * The part of Markdown that Adaptive Cards have (bold, italic, links, lists, escapes), as HTML.
 * Everything else in the text is escaped first, so no text of a card becomes a tag.
 */
export function cardTextToHtml(text: string): string {
  const blocks = text.split("\n").map(line);
  return grouped(blocks);
}

interface Line {
  readonly list?: "ul" | "ol";
  readonly html: string;
}

function line(text: string): Line {
  const bullet = /^\s*[-*]\s+(.*)$/.exec(text);
  if (bullet) return { list: "ul", html: inline(bullet[1] ?? "") };
  const numbered = /^\s*\d+\.\s+(.*)$/.exec(text);
  if (numbered) return { list: "ol", html: inline(numbered[1] ?? "") };
  return { html: inline(text) };
}

function grouped(lines: readonly Line[]): string {
  return lines
    .map(({ list, html }, index) => {
      if (!list) return index > 0 && !lines[index - 1]?.list ? `<br>${html}` : html;
      const opens = lines[index - 1]?.list === list ? "" : `<${list}>`;
      const closes = lines[index + 1]?.list === list ? "" : `</${list}>`;
      return `${opens}<li>${html}</li>${closes}`;
    })
    .join("");
}

/** Stands for text that is finished, while the rest is still looked at; no text of a card holds it. */
const mark = "\uE000";

function inline(text: string): string {
  const finished: string[] = [];
  const keep = (html: string) => `${mark}${finished.push(html) - 1}${mark}`;
  return escaped(text.replaceAll(mark, ""))
    .replaceAll(/\\([\\`*_{}[\]()#+\-.!|~])/g, (_all, sign: string) => keep(sign))
    .replaceAll(linkForm, (_all, words: string, url: string) => {
      const opening = keep(`<a href="${url}" target="_blank" rel="noopener noreferrer">`);
      return `${opening}${words}${keep("</a>")}`;
    })
    .replaceAll(/\*\*(?=\S)(.+?)(?<=\S)\*\*/g, "<strong>$1</strong>")
    .replaceAll(/(?<![\w*])[*_](?=\S)(.+?)(?<=\S)[*_](?![\w*])/g, "<em>$1</em>")
    .replaceAll(/\uE000(\d+)\uE000/g, (_all, at: string) => finished[Number(at)] ?? "");
}

const linkForm = /\[([^\]]*)\]\((https?:\/\/[^\s)]+)\)/g;

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
