const named: Readonly<Record<string, string>> = {
  red: "FF0000",
  green: "008000",
  lime: "00FF00",
  limegreen: "32CD32",
  blue: "0000FF",
  amber: "FFBF00",
  orange: "FFA500",
  yellow: "FFFF00",
  gold: "FFD700",
};

/** `RRGGBB` of a colour as HTML writes it; undefined where it names none that ratings are shown in. */
export function colourIn(value: string | undefined): string | undefined {
  const plain = value?.trim().toLowerCase() ?? "";
  const [, hex] = /#([0-9a-f]{6}|[0-9a-f]{3})\b/.exec(plain) ?? [];
  if (hex) return (hex.length === 3 ? hex.replaceAll(/./g, "$&$&") : hex).toUpperCase();
  const [, ...parts] = /^rgba?\(\s*(\d{1,3})[,\s]+(\d{1,3})[,\s]+(\d{1,3})/.exec(plain) ?? [];
  if (parts.length === 0) return named[plain.split(/\s/)[0] ?? ""];
  return parts
    .map((part) => Math.min(Number(part), 255).toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
}
