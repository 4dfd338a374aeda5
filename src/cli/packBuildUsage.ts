export const PACK_BUILD_USAGE = `steading pack build --out FILE (--area COUNCIL_CODE | --bbox W,S,E,N) [sources]
  Builds an area pack from official downloads. Sites within 5 km of the area are taken in.
  --out FILE                     where the pack is written, whole or not at all
  --area S12000036               a council area (needs --councils)
  --bbox W,S,E,N                 or a box, degrees
  --title TEXT                   title of the pack
  --councils FILE [--councils-date D]    council areas (GeoJSON with GSS codes)
  --schools FILE [--schools-date D]      Scottish Government school locations (GeoJSON or CSV)
  --care FILE [--care-date D]            Care Inspectorate datastore (CSV; needs --postcodes)
  --postcodes PATH [--postcodes-date D]  Code-Point Open (zip or folder; the zip carries its date) or ONS NSPL (zip, folder or CSV; ended postcodes are told as such)
  --osm FILE [--osm-date D]              OpenStreetMap, all of the map (.osm.pbf or GeoJSON): every kind of place that the table of tags knows
  --osm CATEGORY=FILE                    or cut to one category (.osm.pbf, GeoJSON or saved Overpass JSON, which carries its date; may be repeated)
  --osm-coverage W,S,E,N | FILE          where OpenStreetMap was searched (needed with --osm)
  --sports FILE [--sports-date D]        sportscotland's sports facilities (CSV or GeoJSON; all eleven lists, in one file or repeated)
  --greenspace PATH [--greenspace-date D] OS Open Greenspace (GeoPackage, or the zip or folder of it or of the shapefiles; tiles may be repeated)
  --layer CATEGORY=FILE [--layer-date [CATEGORY=]D]   a list of places of one category, as the Spatial Hub gives it (GeoJSON; may be repeated)
  --layer-coverage scotland | W,S,E,N | FILE   where these lists are complete (needed with --layer)
  --layer-error METRES           how far a place may lie from its position; not given: nothing is called inside or outside by it
  --layer-credit TEXT            whose data it is (needed where it is not the Spatial Hub's)
  --list MAPPING.json=FILE [--list-date D]    any CSV or GeoJSON of places; the mapping says how its columns are read and whose it is (docs/packs.md; may be repeated)
  --list-coverage scotland | W,S,E,N | FILE   where these lists are complete (needed with --list)
  --uprns FILE [--uprns-date D]  OS Open UPRN (CSV): UPRNs of the area, findable by their number (at most 50,000)
  --stock FILE --stock-credit TEXT [--stock-date D]   a landlord's addresses (CSV: address, and coordinates or uprn with --uprns): search; no tenants are read
  --stock-columns address=COLUMN,flat=COLUMN,…   what the list itself calls them
  --ostn15 FILE                  Ordnance Survey's OSTN15_OSGM15_DataFile.txt (or the developers' pack): grid references to 0.1 m in place of 5 m
  --streets FILE [--streets-date D]      OpenStreetMap's streets, paths and rails (GeoJSON; may be repeated): search, drawing, walking distance
  --streets-coverage W,S,E,N | FILE      where it holds every street and path (needed with --streets)
  --places FILE [--places-date D]        names of places (OS Open Names as its zip or folder, or labels as GeoJSON points; may be repeated): search
  --basemap FILE.pmtiles [--basemap-date D] [--basemap-attribution TEXT]    a background map (PMTiles v3, vector tiles), taken as it is
  --basemap-osm FILE [--basemap-date D]  or one made from OpenStreetMap GeoJSON: roads, buildings, water, land use (may be repeated)
  --schools-stale-after D, --care-stale-after D, --osm-stale-after D, --sports-stale-after D, --greenspace-stale-after D, --layer-stale-after D, --list-stale-after D
                                 instead of 18, 6, 12, 18, 12, 12 and 12 months after the date
  --sign KEYFILE --publisher TEXT [--passphrase-file FILE]   signs the pack (steading pack keygen)
  --json                         the account of the build as JSON on stdout
  Dates are yyyy-mm-dd: the day on which the source's content was true. A date is never guessed:
  from a source without one, 'none found' is never said. Every file may be .gz.`;
