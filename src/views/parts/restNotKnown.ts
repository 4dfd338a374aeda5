import type { Building, Property } from '@/stores';
import { BUILDING_FEATURES, HOSTEL_FEATURES } from '@/terms';
import { restWith } from './answersGrid';

/** 'Not known' for whatever nobody has answered of the building; nothing else changes. */
export function restOfBuilding(building: Building, hostel: boolean): Building {
  return {
    ...building, entrance: building.entrance ?? 'unknown', features: restWith(BUILDING_FEATURES, building.features, 'unknown'),
    hostel: hostel ? { ...building.hostel, features: restWith(HOSTEL_FEATURES, building.hostel.features, 'unknown') } : building.hostel,
  };
}

export function restOfProperty(property: Property, hostel: boolean): Property {
  return { ...property, kind: property.kind ?? 'unknown', tenure: property.tenure ?? 'unknown', landlord: property.landlord ?? 'unknown', building: restOfBuilding(property.building, hostel) };
}
