import {
  defaultTreeAdapter,
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  parse,
  parseFragment,
  type TreeAdapter,
} from "parse5";
import { type Limits, refuseDeep, refuseManyElements } from "../limits.ts";

/**
 * The nodes of a page of HTML, or of a fragment of one. Throws UnreadableDocumentError as soon as elements nest deeper than
 * the limits allow, or are more: a browser's rules have a page make elements that it never wrote, again in each paragraph.
 */
export function parseHtml(
  html: string,
  limits: Limits,
): readonly DefaultTreeAdapterTypes.ChildNode[] {
  const treeAdapter = bounded(limits);
  const isPage = /<html[\s>]/i.test(html);
  return (isPage ? parse(html, { treeAdapter }) : parseFragment(html, { treeAdapter })).childNodes;
}

function bounded(limits: Limits): TreeAdapter<DefaultTreeAdapterMap> {
  let made = 0;
  let open = 0;
  return {
    ...defaultTreeAdapter,
    createElement(...named) {
      made += 1;
      refuseManyElements(made, limits);
      return defaultTreeAdapter.createElement(...named);
    },
    onItemPush() {
      open += 1;
      refuseDeep(open, limits);
    },
    onItemPop() {
      open -= 1;
    },
  };
}
