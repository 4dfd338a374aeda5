export const SCREEN_USAGE = `steading screen --pack FILE --addresses IN.csv --radius METRES --out OUT.json|OUT.csv
  What the pack knows within METRES of each of many addresses: facts only, address by address.
  --pack FILE          an area pack (steading pack build)
  --addresses IN.csv   UTF-8, with a header row: id, and at least one of lng and lat (WGS84 degrees),
                       easting and northing (British National Grid), uprn, postcode. Where several are given, the most exact wins.
  --radius METRES      how far to look, up to 5000. There is no default: Scotland has no national distance.
  --ostn15 FILE        Ordnance Survey's OSTN15_OSGM15_DataFile.txt (or the developers' pack): grid references to 0.1 m in place of 5 m
  --out FILE           .json or .csv; written whole or not at all
  Exit code 0: written, with what could not be placed under notPlaced. 1: nothing could be placed, or a file is of no use. 2: the call was wrong.
  What the files hold: docs/screen.md.`;
