/**
 * A change is told with the token of its own list; the next query of the site needs the site's. Both end in the moment and
 * the number of the change: `1;2;<site>;<ticks>;<number>`.
 */
export function tokenAt(ofSite: string, ofChange: string): string {
  return [...ofSite.split(";").slice(0, 3), ...ofChange.split(";").slice(3)].join(";");
}
