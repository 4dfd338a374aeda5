import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, ROOT } from './imports';

/** Where what is typed is safe: the open record's own working copy, the form of the part around, a sealed draft. */
const KEPT = /^(?:useSealedDraft|useAssessment|useWalkRound|defineModel|defineProps)\b/u;

const SECRET = 'a secret is never kept';
const NO_VAULT = 'no vault is open to seal it in';
const NARROWS = 'narrows what is shown; nothing of it is work';
const SURE = 'what cannot be undone, or what leaves, is said anew each time';
const ONE_CHOICE = 'one choice, beside a button that acts on it';
/** `file: name`: what is typed there and sealed nowhere, and why. */
const UNSEALED: Readonly<Record<string, string>> = {
  'BlockView.vue: sure': SURE,
  'BlocksView.vue: sought': NARROWS,
  'CandidatesView.vue: chosen': 'ticks of candidate addresses: a kept list of them would be a shortlist (digest, harm 3); those of a panel that is being typed come back with it',
  'DeparturesView.vue: year': NARROWS,
  'KeepingView.vue: sure': SURE,
  'LogView.vue: filter': NARROWS,
  'OversightView.vue: counts': NARROWS,
  'ReplyView.vue: typed': NO_VAULT,
  'ReplyView.vue: by': NO_VAULT,
  'ReplyView.vue: words': NO_VAULT,
  'StandardView.vue: chosen': NARROWS,
  'StockView.vue: radius': 'one number, beside a file that is chosen again; begun with the office’s own',
  'parts/AddPhoto.vue: nobody': SURE,
  'parts/AddPhoto.vue: parts': 'boxes over a photo that is nowhere on the device until it is kept (ADR 30): a lock gives both up',
  'parts/AssessmentsTable.vue: kind': NARROWS,
  'parts/AssessmentsTable.vue: sought': NARROWS,
  'parts/AssessmentsTable.vue: state': NARROWS,
  'parts/BlockHandOver.vue: partnerId': ONE_CHOICE,
  'parts/BlockHandOver.vue: read': SURE,
  'parts/ChangePassphrase.vue: passphrase': SECRET,
  'parts/ChangePassphrase.vue: repeated': SECRET,
  'parts/ConductAuthority.vue: passphrase': SECRET,
  'parts/ConductAuthority.vue: way': 'one choice; what is typed below it is the record’s, or a secret',
  'parts/CreateVault.vue: form': NO_VAULT,
  'parts/CreateVault.vue: secret': SECRET,
  'parts/DateField.vue: day': 'half a date: a whole one is its form’s with the last figure',
  'parts/DateField.vue: month': 'half a date: a whole one is its form’s with the last figure',
  'parts/DateField.vue: year': 'half a date: a whole one is its form’s with the last figure',
  'parts/LogHeadLookup.vue: typed': 'one code, copied from paper',
  'parts/NumberField.vue: text': 'what is no number; a number is its form’s',
  'parts/OfficersAdd.vue: secret': SECRET,
  'parts/OfficersRemove.vue: passphrase': SECRET,
  'parts/PartnerTeam.vue: how': ONE_CHOICE,
  'parts/PassphraseField.vue: shown': SECRET,
  'parts/PlaceSearch.vue: query': 'a search; the place that is chosen is its form’s',
  'parts/ReceivedRequest.vue: passphrase': SECRET,
  'parts/RecoveryCodeSheet.vue: typed': SECRET,
  'parts/SecretFile.vue: secret': SECRET,
  'parts/SecretFile.vue: way': 'one choice, of the secret that is typed below',
  'parts/StockAddresses.vue: having': NARROWS,
  'parts/UnlockVault.vue: secret': SECRET,
  'parts/UnlockVault.vue: vaultId': NO_VAULT,
  'parts/VisitEnd.vue: reason': 'a copy that gave the vault out of its hand takes no draft',
};

/** What a field shows and changes; of a bare element also what it only shows. */
const BOUND = /(?<=\s)(?:v-model(?:[:.][\w.:-]+)?|:model-value)="([^"]+)"|<(?:input|textarea|select)\b(?:(?!v-model)[^>])*?\s:(?:value|checked)="([^"]+)"/gsu;

/** What each name of the script is made of: `const [form, other] = ref(…)` and `const { form: print } = sheet` lead on to their source. */
function madeOf(script: string): (name: string) => string | null {
  const made = new Map<string, string>();
  for (const [, names = '', source = ''] of script.matchAll(/^const (\{[^}]*\}|\[[^\]]*\]|\w+)(?::[^=]+)? = (.+(?:\n[ })\]].*)*)/gmu)) {
    for (const part of names.replaceAll(/[{}[\]]/gu, '').split(',')) made.set((part.split(':').at(-1) ?? '').trim(), source.trim());
  }
  return (name) => made.get(name) ?? null;
}

/** Names of fields' values that live in this file and are sealed nowhere. A computed value leads to what it reads; the name of a row or a slot is its list's. */
export function unsealedIn(source: string): readonly string[] {
  const [script = '', template = ''] = [/<script setup[^>]*>(.*?)<\/script>/su.exec(source)?.[1], source.slice(source.indexOf('<template>'))];
  const of = madeOf(script);
  const rows = new Map([...template.matchAll(/v-for="\(?\s*(?:\{([^}]*)\}|\[([^\]]*)\]|(\w+))[^"]*?\s(?:in|of)\s+([^"]+)"/gu)].flatMap(([, object, array, one, list = '']) => (object ?? array ?? one ?? '').split(',').map((name) => [name.split(':').at(-1)?.trim() ?? '', list] as const)));
  const isKept = (name: string, seen: readonly string[] = []): boolean => {
    if (seen.includes(name)) return true;
    const list = rows.get(name);
    if (list !== undefined && of(name) === null) return rootsOf(list).every((one) => isKept(one, [...seen, name]));
    const made = of(name);
    if (made === null || KEPT.test(made)) return true;
    if (/^(?:ref|shallowRef|reactive)\b/u.test(made)) return false;
    if (/^use\w+\(/u.test(made)) return KEPT_STORES.test(made);
    return rootsOf(made).every((one) => isKept(one, [...seen, name]));
  };
  const rootsOf = (expression: string): readonly string[] => [...expression.replaceAll(/'[^']*'/gu, '').matchAll(/(?<![\w.$])([a-z]\w*)/gu)].map(([, name = '']) => name).filter((name) => of(name) !== null || rows.has(name));
  const bound = [...template.matchAll(BOUND)].map(([, model, value]) => /(?<![\w.$])([a-z]\w*)/u.exec((model ?? value ?? '').replaceAll(/'[^']*'/gu, ''))?.[1] ?? '');
  return [...new Set(bound)].filter((name) => name !== '' && !isKept(name)).sort();
}

/** What the fields of a secret are bound to that a draft seals. */
export function secretsSealedIn(source: string): readonly string[] {
  const of = madeOf(/<script setup[^>]*>(.*?)<\/script>/su.exec(source)?.[1] ?? '');
  const tags = [...source.matchAll(/<(?:PassphraseField|NewPassphrase|NewOfficerFields)\b[^>]*>/gsu)].map(([tag]) => tag);
  const bound = tags.flatMap((tag) => [...tag.matchAll(tag.startsWith('<NewOfficer') ? /v-model:secret="(\w+)/gu : /v-model(?::\w+)?="(\w+)/gu)].map(([, name = '']) => name));
  return bound.filter((name) => { const made = of(name) ?? ''; return /^useSealedDraft\b/u.test(made) || /^useSealedDraft\b/u.test(of(made.replace(/;$/u, '')) ?? ''); });
}

/** Stores whose form a screen seals as a whole. */
const KEPT_STORES = /^usePackBuild\(/u;

const views = filesBelow('src/views', ['.vue']);
const found = views.flatMap((file) => unsealedIn(readFileSync(join(ROOT, file), 'utf8')).map((name) => `${file.replace('src/views/', '')}: ${name}`)).sort();

describe('what an officer types or chooses', () => {
  it('is sealed by the second, or stands on this list with its reason', () => {
    expect(views.length).toBeGreaterThan(150);
    expect(found).toEqual(Object.keys(UNSEALED).sort());
  });

  it('no secret is in a form that is sealed', () => {
    const asking = views.map((file) => readFileSync(join(ROOT, file), 'utf8')).filter((source) => /<(?:PassphraseField|NewPassphrase|NewOfficerFields)\b/u.test(source));
    expect(asking.length).toBeGreaterThan(7);
    expect(asking.flatMap(secretsSealedIn)).toEqual([]);
    const script = "const draft = useSealedDraft('a', blank);\nconst { form, ready } = draft;\nconst secret = ref('');";
    for (const [bound, found] of [['form.passphrase', ['form']], ['secret', []]] as const) {
      expect(secretsSealedIn(`<script setup lang="ts">\n${script}\n</script>\n<template><PassphraseField id="a" v-model="${bound}" /></template>`), `control: ${bound}`).toEqual(found);
    }
  });

  it('the pack builder’s form, which its parts share, is sealed by its screen', () => {
    expect(readFileSync(join(ROOT, 'src/views/PackBuildView.vue'), 'utf8')).toMatch(/useSealedDraft\('pack-build', nothingTyped, computed\(\{ get: \(\) => build\.typed/u);
  });

  it.each([
    ["const words = ref('');", '<TextField id="a" v-model="words" />', ['words']],
    ["const form = ref({ why: '' });\nconst why = computed({ get: () => form.value.why, set: keep });", '<TextArea id="a" :model-value="why" />', ['why']],
    ['const rows = ref([]);', '<li v-for="(row, at) in rows" :key="at"><TextField id="a" v-model="row.name" /></li>', ['row']],
    ['const own = useSomething();', '<TextField id="a" v-model="own.words" />', ['own']],
    ["const draft = useSealedDraft('a', blank);\nconst { form, ready } = draft;", '<TextField id="a" v-model="form.words" />', []],
    ['const open = useAssessment();', '<input v-model="open.docs.person.reference" />', []],
    ['const form = defineModel<Form>({ required: true });', '<TextField id="a" v-model="form.words" />', []],
  ])('control: %s', (script, field, unsealed) => {
    expect(unsealedIn(`<script setup lang="ts">\n${script}\n</script>\n\n<template>\n  ${field}\n</template>`)).toEqual(unsealed);
  });
});
