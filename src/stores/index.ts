export { useAssessment } from './assessment';
export { useCasework } from './casework';
export { clockKey, dayInScotland, dayInWords, momentInWords, useClock } from './clock';
export { useIdleLock } from './idleLock';
export { useOffice } from './office';
export { useOffline } from './offline';
export { usePacks } from './packs';
export { doorKey, reloadKey, useSession } from './session';
