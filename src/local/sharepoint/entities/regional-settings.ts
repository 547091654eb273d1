import type { Entity } from "../odata/entity.ts";
import { siteZone, timeZone, timeZones } from "./time-zones.ts";

/** American forms and Greenwich time without summer: what is read and written is UTC. */
export function regionalSettings(): Entity {
  return {
    type: "SP.RegionalSettings",
    path: "Web/RegionalSettings",
    properties: {
      AdjustHijriDays: 0,
      AlternateCalendarType: 0,
      AM: "AM",
      CalendarType: 1,
      Collation: 25,
      CollationLCID: 2070,
      DateFormat: 0,
      DateSeparator: "/",
      DecimalSeparator: ".",
      DigitGrouping: "3;0",
      FirstDayOfWeek: 0,
      FirstWeekOfYear: 0,
      IsEastAsia: false,
      IsRightToLeft: false,
      IsUIRightToLeft: false,
      ListSeparator: ",",
      LocaleId: 1033,
      NegativeSign: "-",
      NegNumberMode: 1,
      PM: "PM",
      PositiveSign: "",
      ShowWeeks: false,
      ThousandSeparator: ",",
      Time24: false,
      TimeMarkerPosition: 0,
      TimeSeparator: ":",
      WorkDayEndHour: 1020,
      WorkDays: 62,
      WorkDayStartHour: 480,
    },
    links: { TimeZone: () => timeZone(siteZone) ?? null, TimeZones: () => timeZones() },
  };
}
