import { toJsonSchema } from '@valibot/to-json-schema';
import { writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { FACTS_SHAPES, factsSchema } from '../src/cli/factsSchema';

export const FACTS_SCHEMA_FILE = fileURLToPath(new URL('../docs/facts.schema.json', import.meta.url));

/** docs/facts.schema.json as it is to stand. A day's being real, and what hangs on other entries, no JSON Schema can tell: `steading decide` does. */
export function factsSchemaText(): string {
  const { $schema, ...schema } = toJsonSchema(factsSchema, { target: 'draft-2020-12', typeMode: 'output', definitions: FACTS_SHAPES, ignoreActions: ['check'] });
  const head = { $schema, $id: 'urn:steading:facts', title: 'Facts for steading decide', description: 'Every entry may be left out or null: nobody has answered. Facts only: no names, addresses or references of persons.' };
  return `${JSON.stringify({ ...head, ...schema }, null, 2)}\n`;
}

if (argv[1] === fileURLToPath(import.meta.url)) writeFileSync(FACTS_SCHEMA_FILE, factsSchemaText());
