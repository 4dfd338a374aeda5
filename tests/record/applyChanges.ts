import type { FieldChange } from '@/record';

type Fields = Record<string, unknown>;

/** Parts whose keys come and go: there, null means that nothing is left. */
const BY_KEY = ['judgements', 'exceptions', 'checks', 'local', 'agencies', 'contacts', 'databases', 'looked', 'sites', 'homeVisit.answers', 'dealings', 'tools'];

const keyOf = (step: string) => step.replaceAll('~1', '.').replaceAll('~0', '~');

const idOf = (item: Fields) => item['addedId'] ?? item['statementId'] ?? item['checkId'] ?? item['requestId'] ?? item['visitId'] ?? item['dissentId'];

/** Reads the changes back onto a document: written apart from `changesBetween`, so that one checks the other. */
export function applyChanges(document: object, changes: readonly FieldChange[]): object {
  const result = structuredClone(document) as Fields;
  for (const { path, to } of changes) {
    const steps = path.split('.').map(keyOf);
    const last = steps.pop() ?? '';
    let place: unknown = result;
    for (const step of steps) {
      place = Array.isArray(place) ? place.find((item: Fields) => idOf(item) === step) : (place as Fields)[step];
    }
    if (Array.isArray(place)) {
      const at = place.findIndex((item: Fields) => idOf(item) === last);
      if (to === null) place.splice(at, 1);
      else place.push(structuredClone(to));
    } else if (to === null && BY_KEY.some((name) => steps.join('.').endsWith(name))) Reflect.deleteProperty(place as object, last);
    else (place as Fields)[last] = structuredClone(to);
  }
  return result;
}
