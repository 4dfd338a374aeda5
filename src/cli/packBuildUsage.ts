export const PACK_BUILD_USAGE = `steading pack build --out FILE (--area COUNCIL_CODE | --bbox W,S,E,N) [sources]
  Builds an area pack from official downloads. Sites within 5 km of the area are taken in.
  --out FILE                     where the pack is written, whole or not at all
  --area S12000036               a council area (needs --councils)
  --bbox W,S,E,N                 or a box, degrees
  --title TEXT                   title of the pack
  --councils FILE [--councils-date D]    council areas (GeoJSON with GSS codes)
  --schools FILE [--schools-date D]      Scottish Government school locations (GeoJSON or CSV)
  --care FILE [--care-date D]            Care Inspectorate datastore (CSV; needs --postcodes)
  --postcodes PATH [--postcodes-date D]  Code-Point Open (zip or folder; the zip carries its date)
  --osm CATEGORY=FILE [--osm-date D]     OpenStreetMap places of one category (GeoJSON; may be repeated)
  --osm-coverage W,S,E,N | FILE          where OpenStreetMap was searched (needed with --osm)
  --basemap FILE.pmtiles [--basemap-date D] [--basemap-attribution TEXT]
  --schools-stale-after D, --care-stale-after D, --osm-stale-after D   instead of 18, 6 and 12 months after the date
  --json                         the account of the build as JSON on stdout
  Dates are yyyy-mm-dd: the day on which the source's content was true. A date is never guessed:
  from a source without one, 'none found' is never said. Every file may be .gz.`;
