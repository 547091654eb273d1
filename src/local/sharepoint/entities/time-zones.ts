import { Complex, type Entity } from "../odata/entity.ts";

/** [id, description, minutes west of Greenwich, minutes that summer adds to that]. */
const zones = [
  [93, "(UTC) Coordinated Universal Time", 0, 0],
  [2, "(UTC+00:00) Dublin, Edinburgh, Lisbon, London", 0, -60],
  [31, "(UTC+00:00) Monrovia, Reykjavik", 0, 0],
  [3, "(UTC+01:00) Brussels, Copenhagen, Madrid, Paris", -60, -60],
  [4, "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", -60, -60],
  [6, "(UTC+01:00) Belgrade, Bratislava, Budapest, Ljubljana, Prague", -60, -60],
  [57, "(UTC+01:00) Sarajevo, Skopje, Warsaw, Zagreb", -60, -60],
  [69, "(UTC+01:00) West Central Africa", -60, 0],
  [49, "(UTC+02:00) Cairo", -120, -60],
  [50, "(UTC+02:00) Harare, Pretoria", -120, 0],
  [59, "(UTC+02:00) Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius", -120, -60],
  [27, "(UTC+02:00) Jerusalem", -120, -60],
  [26, "(UTC+03:00) Baghdad", -180, 0],
  [51, "(UTC+03:00) Moscow, St. Petersburg", -180, 0],
  [56, "(UTC+03:00) Nairobi", -180, 0],
  [74, "(UTC+03:00) Kuwait, Riyadh", -180, 0],
  [25, "(UTC+03:30) Tehran", -210, 0],
  [24, "(UTC+04:00) Abu Dhabi, Muscat", -240, 0],
  [48, "(UTC+04:30) Kabul", -270, 0],
  [23, "(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi", -330, 0],
  [62, "(UTC+05:45) Kathmandu", -345, 0],
  [22, "(UTC+07:00) Bangkok, Hanoi, Jakarta", -420, 0],
  [45, "(UTC+08:00) Beijing, Chongqing, Hong Kong, Urumqi", -480, 0],
  [21, "(UTC+08:00) Kuala Lumpur, Singapore", -480, 0],
  [73, "(UTC+08:00) Perth", -480, 0],
  [75, "(UTC+08:00) Taipei", -480, 0],
  [20, "(UTC+09:00) Osaka, Sapporo, Tokyo", -540, 0],
  [72, "(UTC+09:00) Seoul", -540, 0],
  [44, "(UTC+09:30) Darwin", -570, 0],
  [19, "(UTC+09:30) Adelaide", -570, -60],
  [18, "(UTC+10:00) Brisbane", -600, 0],
  [76, "(UTC+10:00) Canberra, Melbourne, Sydney", -600, -60],
  [42, "(UTC+10:00) Hobart", -600, -60],
  [17, "(UTC+12:00) Auckland, Wellington", -720, -60],
  [53, "(UTC-01:00) Cabo Verde Is.", 60, 0],
  [8, "(UTC-03:00) Brasilia", 180, 0],
  [28, "(UTC-03:30) Newfoundland", 210, -60],
  [9, "(UTC-04:00) Atlantic Time (Canada)", 240, -60],
  [35, "(UTC-05:00) Bogota, Lima, Quito", 300, 0],
  [10, "(UTC-05:00) Eastern Time (US and Canada)", 300, -60],
  [11, "(UTC-06:00) Central Time (US and Canada)", 360, -60],
  [36, "(UTC-06:00) Saskatchewan", 360, 0],
  [12, "(UTC-07:00) Mountain Time (US and Canada)", 420, -60],
  [38, "(UTC-07:00) Arizona", 420, 0],
  [13, "(UTC-08:00) Pacific Time (US and Canada)", 480, -60],
  [14, "(UTC-09:00) Alaska", 540, -60],
  [15, "(UTC-10:00) Hawaii", 600, 0],
] as const;

/** The zone that the site is in. */
export const siteZone = 93;

/** The zones that this service can name; a tenant knows twice as many. */
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
