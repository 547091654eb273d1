const paths = {
  activity:
    "M10 2.5a5 5 0 0 0-5 5v3.2L3.6 13.6h12.8L15 10.7V7.5a5 5 0 0 0-5-5ZM8 15.5a2 2 0 0 0 4 0",
  chat: "M10 3a7 7 0 0 0-6.1 10.4L3 17l3.6-.9A7 7 0 1 0 10 3ZM7 8.5h6M7 11.5h4",
  teams:
    "M7 6.5a2.2 2.2 0 1 0 .01 0ZM13.8 7.2a1.7 1.7 0 1 0 .01 0ZM3.5 12h7v2.5a3.5 3.5 0 0 1-7 0ZM12.5 12h4v2a2.6 2.6 0 0 1-3.6 2.4",
  calendar: "M3.5 4.5h13v12h-13ZM3.5 8h13M7 3v3M13 3v3",
  calls: "M6 3 4 5c0 6.5 4.5 11 11 11l2-2-3.2-2.8-2 1.3c-2-1-3.3-2.3-4.3-4.3l1.3-2Z",
  apps: "M3.5 3.5h5v5h-5ZM11.5 3.5h5v5h-5ZM3.5 11.5h5v5h-5ZM11.5 11.5h5v5h-5Z",
  back: "M12 4 6 10l6 6",
  send: "M3 3.5 17.5 10 3 16.5 5.5 10ZM5.5 10H11",
  search: "M8.5 3a5.5 5.5 0 1 0 .01 0ZM13 13l4 4",
  add: "M10 4v12M4 10h12",
  settings: "M3 6h7M14 6h3M3 14h3M10 14h7M12 4v4M8 12v4",
  close: "M5 5l10 10M15 5 5 15",
  reply: "M8 4 3 9l5 5M3 9h7a6 6 0 0 1 6.5 6.5",
} as const;

export type IconName = keyof typeof paths;

/** A line drawing of 20 × 20; decoration only, so it is hidden from screen readers. */
export function icon(name: IconName): SVGSVGElement {
  const namespace = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(namespace, "svg");
  const line = document.createElementNS(namespace, "path");
  picture.setAttribute("viewBox", "0 0 20 20");
  picture.setAttribute("class", "icon");
  picture.setAttribute("aria-hidden", "true");
  line.setAttribute("d", paths[name]);
  picture.append(line);
  return picture;
}
