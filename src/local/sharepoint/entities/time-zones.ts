import { Complex, type Entity } from "../odata/entity.ts";

/** [id, description, minutes west of Greenwich, minutes that summer adds to that]. */
const zones = [
  [93, "(UTC) Coordinated Universal Time", 0, 0],
  [2, "(UTC+00:00) Dublin, Edinburgh, Lisbon, London", 0, -60],
  [3, "(UTC+01:00) Brussels, Copenhagen, Madrid, Paris", -60, -60],
  [4, "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", -60, -60],
  [10, "(UTC-05:00) Eastern Time (US and Canada)", 300, -60],
  [11, "(UTC-06:00) Central Time (US and Canada)", 360, -60],
  [12, "(UTC-07:00) Mountain Time (US and Canada)", 420, -60],
  [13, "(UTC-08:00) Pacific Time (US and Canada)", 480, -60],
] as const;

/** The zone that the site is in. */
export const siteZone = 93;

/** The zones that this service can name; a tenant knows about a hundred. */
export function timeZones(): Entity[] {
  return zones.map(([id, description, bias, summer]) => ({
    type: "SP.TimeZone",
    path:
      id === siteZone
        ? "Web/RegionalSettings/TimeZone"
        : `Web/RegionalSettings/TimeZones/GetById(${id})`,
    properties: {
      Description: description,
      Id: id,
      Information: new Complex("SP.TimeZoneInformation", {
        Bias: bias,
        DaylightBias: summer,
        StandardBias: 0,
      }),
    },
  }));
}

export function timeZone(wanted: number): Entity | undefined {
  return timeZones().find(({ properties }) => properties["Id"] === wanted);
}
