import { argumentInvalid } from "../errors.ts";
import { regionalSettings } from "../entities/regional-settings.ts";
import { siteZone, timeZone, timeZones } from "../entities/time-zones.ts";
import { readInstant } from "../items/instant.ts";
import { hasArguments, numberArgument, textArgument, type Segment } from "../odata/address.ts";
import { Complex, value, type Answer } from "../odata/entity.ts";
import { entityResource, type Resource } from "./resource.ts";

/** The site's language, formats and zone. Its zone is UTC, so local times are what they are. */
export function regionalSettingsResource(): Resource {
  return entityResource(() => regionalSettings(), {
    steps: {
      timezone: () =>
        entityResource(() => zone(siteZone), {
          steps: {
            utctolocaltime: (segment) => converted("UTCToLocalTime", segment, ""),
            localtimetoutc: (segment) => converted("LocalTimeToUTC", segment, "Z"),
          },
        }),
      timezones: (segment) => timeZonesResource(segment),
      installedlanguages: () => ({ get: languages }),
    },
  });
}

function timeZonesResource(segment: Segment): Resource {
  if (hasArguments(segment)) return zoneById(segment);
  return {
    get: () => ({ kind: "collection", set: "SP.ApiData.TimeZones", entities: timeZones() }),
    steps: { getbyid: zoneById },
  };
}

function zoneById(segment: Segment): Resource {
  const answer = (): Answer => ({ kind: "entity", entity: zone(numberArgument(segment, "id")) });
  return { get: answer, post: answer };
}

function zone(id: number) {
  const found = timeZone(id);
  if (!found) throw argumentInvalid(`There is no time zone ${id}.`);
  return found;
}

function converted(name: string, segment: Segment, ending: string): Resource {
  return {
    post: () => {
      const instant = readInstant(textArgument(segment, "date"));
      if (instant === undefined) throw argumentInvalid("The date is not valid.");
      return value(name, "Edm.DateTime", instant.replace("Z", ending));
    },
  };
}

function languages(): Answer {
  const english = new Complex("SP.Language", {
    DisplayName: "English",
    LanguageTag: "en-US",
    Lcid: 1033,
  });
  return value(
    "InstalledLanguages",
    "SP.LanguageCollection",
    new Complex("SP.LanguageCollection", { Items: [english] }),
  );
}
