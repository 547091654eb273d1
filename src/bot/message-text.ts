import { parseFragment } from "parse5";

interface Node {
  readonly nodeName: string;
  readonly value?: string;
  readonly childNodes?: readonly Node[];
}

const blocks = new Set(["p", "div", "br", "li", "blockquote", "tr", "h1", "h2", "h3"]);
const unseen = new Set(["script", "style", "attachment", "systemeventmessage"]);

/** The words of a Teams message, which comes as HTML or as text; lines stay lines. */
export function messageText(body: {
  readonly contentType: string;
  readonly content: string;
}): string {
  const text = body.contentType === "html" ? wordsIn(parseFragment(body.content)) : body.content;
  return text
    .replaceAll("\u00A0", " ")
    .replaceAll(/[ \t]+/g, " ")
    .replaceAll(/ ?\n[ \n]*/g, "\n")
    .trim();
}

/** No message that a person wrote is nested deeper. */
const deepest = 200;

function wordsIn(node: Node, depth = 0): string {
  if (unseen.has(node.nodeName) || depth > deepest) return "";
  if (node.nodeName === "#text") return node.value ?? "";
  const inside = (node.childNodes ?? []).map((child) => wordsIn(child, depth + 1)).join("");
  return blocks.has(node.nodeName) ? `\n${inside}\n` : inside;
}
