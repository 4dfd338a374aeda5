import canonicalize from 'canonicalize';
import type { NationalYear } from './clockTypes';
import type { Protocol } from './protocolTypes';
import type { Clause, Limit, StandardSection } from './types';

/** The whole standard and the office's protocol as one value: a record carries it, and re-opens by it with no old code. */
export interface StandardText {
  readonly format: 'steading-standard';
  readonly formatVersion: 1;
  readonly version: string;
  /** Short name to full title. */
  readonly documents: Readonly<Record<string, string>>;
  /** Label of a clause to what it means. */
  readonly statuses: Readonly<Record<string, string>>;
  readonly sections: readonly StandardSection[];
  readonly limits: readonly Limit[];
  readonly lead: Readonly<Record<string, readonly Clause[]>>;
  readonly bankHolidays: readonly NationalYear[];
  readonly protocol: Protocol | null;
}

/** Canonical JSON (RFC 8785): equal values have one text. Throws where JSON cannot hold the value. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('There is no value to write.');
  return text;
}

/** Hex SHA-256 of the canonical text in UTF-8. */
export function standardIdOf(text: StandardText, sha256: (bytes: Uint8Array) => string): string {
  return sha256(new TextEncoder().encode(canonicalText(text)));
}
