/** A stored or imported document that does not have the record's shape. Nothing of it is used. */
export class RecordError extends Error {
  override readonly name: string = 'RecordError';

  /** @param path where, e.g. 'conduct.rationale'; '' = the document itself  @param field the same place as the screens name it */
  constructor(readonly path: string, readonly reason: string, readonly field: string = path) {
    super(path === '' ? reason : `${path}: ${reason}`);
  }
}

/** Written by a later Steading: refused by name, never read in part. */
export class NewerRecordError extends RecordError {
  override readonly name = 'NewerRecordError';

  constructor(readonly found: number, readonly known: number) {
    super('schema', `This record was written by a newer Steading (shape ${found}; this one reads up to ${known}). Update Steading and open it again; the record is left as it is.`);
  }
}
