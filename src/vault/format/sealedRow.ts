import { open, seal, type Sealed } from './aesGcm';
import { pad, unpad } from './padding';
import { FORMAT } from './version';

/** What a row of a vault looks like on disk: nothing else is in clear. `id`: 32 hexadecimal digits that look random. */
export interface SealedRow extends Sealed {
  readonly id: string;
  readonly rev: number;
  readonly epoch: number;
}

/** Where a row belongs. It opens there and nowhere else. */
export interface RowPlace {
  readonly vaultId: string;
  readonly table: string;
  readonly id: string;
  readonly rev: number;
  /** The shape of the body (SCHEMA). */
  readonly schema: number;
  readonly epoch: number;
}

/** None of the fields can hold a bar: vaultId and id are hexadecimal or a number, table is one of our own words. */
export function rowAad({ vaultId, table, id, rev, schema, epoch }: RowPlace): string {
  return [`steading row`, FORMAT, vaultId, table, id, rev, schema, epoch].join('|');
}

export async function sealRow(key: CryptoKey, place: RowPlace, text: string): Promise<SealedRow> {
  return { id: place.id, rev: place.rev, epoch: place.epoch, ...(await seal(key, rowAad(place), pad(text))) };
}

/** null: damaged, moved, replayed or swapped. */
export async function openRow(key: CryptoKey, place: RowPlace, sealed: Sealed): Promise<string | null> {
  const padded = await open(key, rowAad(place), sealed);
  return padded && unpad(padded);
}
