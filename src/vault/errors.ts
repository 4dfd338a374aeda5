/** What the vault refuses, and what the officer can do about it. `message` is fit to be shown. */

/** A stored piece does not open with the vault's own key, or opens as something else. Nothing is written over it. */
export class DamagedRow extends Error {
  override readonly name = 'DamagedRow';
  constructor(readonly what: string) {
    super(`The stored ${what} is damaged or has been changed outside Steading. Do not go on with it: make a backup now, and restore your last good backup on another device.`);
  }
}

/** The vault as a whole cannot be trusted: its keys or its lists do not fit together. */
export class DamagedVault extends Error {
  override readonly name = 'DamagedVault';
  constructor(readonly why: string) {
    super(`This vault is damaged (${why}). Your passphrase is not at fault. Restore your last backup on another device, and keep this device as it is.`);
  }
}

export class DamagedBackup extends Error {
  override readonly name = 'DamagedBackup';
  constructor(readonly why: string) {
    super(`This file cannot be used as a backup (${why}). Nothing was written. Copy the file again from where it is kept, or use an earlier backup.`);
  }
}

/** Written by a newer Steading. Never guessed at. */
export class NewerFormat extends Error {
  override readonly name = 'NewerFormat';
  constructor(readonly what: 'vault' | 'backup' | 'export of a log') {
    super(`This ${what} was written by a newer Steading. Nothing is lost and nothing was changed: update the app, then open it again.`);
  }
}

/** A file from another team that is not taken. Nothing of it was kept. */
export class RefusedHandOver extends Error {
  override readonly name = 'RefusedHandOver';
  constructor(readonly why: string, readonly whatToDo = 'Ask the team that sent it for the file again.') {
    super(`This file was not taken: ${why}. Nothing of it was kept, and nothing of yours was changed. ${whatToDo}`.trim());
  }
}

/** Somebody saved this document since it was read. Nothing of the save was written. */
export class StaleRevision extends Error {
  override readonly name = 'StaleRevision';
  constructor(readonly table: string, readonly id: string, readonly baseRev: number, readonly storedRev: number) {
    super(`This ${table} was changed in another window since you opened it. Nothing was overwritten: your draft is kept. Open the saved one, compare, and save again.`);
  }
}

export class WeakPassphrase extends Error {
  override readonly name = 'WeakPassphrase';
  constructor(readonly minimumCharacters: number) {
    super(`The passphrase is too short. Use at least ${String(minimumCharacters)} characters, or let Steading make one of four words.`);
  }
}

export class VaultLocked extends Error {
  override readonly name = 'VaultLocked';
  constructor() {
    super('The vault is locked. Unlock it to go on; your last draft is kept.');
  }
}

export class NoSuchVault extends Error {
  override readonly name = 'NoSuchVault';
  constructor(readonly vaultId: string) {
    super('This device holds no such vault. If it did before, the browser may have cleared its data: restore your last backup.');
  }
}

export class VaultAlreadyHere extends Error {
  override readonly name = 'VaultAlreadyHere';
  constructor(readonly vaultId: string) {
    super('This vault is already on this device, and a backup never overwrites it. Unlock it here, or restore the backup on another device.');
  }
}

/** This copy gave the vault out of its hand: two that write would fork it. Nothing of the save was written. */
export class AwayOnVisit extends Error {
  override readonly name = 'AwayOnVisit';
  constructor(readonly side: 'lent' | 'visiting' | 'returned') {
    super({
      lent: 'This vault is on a visit, on another device. Nothing was saved here, and nothing is lost: bring the visit back first, or give it up.',
      visiting: 'This copy of the vault is on a visit itself. Bring it back to the other device first; from there it can be taken out again.',
      returned: 'This copy went into a return file. Nothing was saved here, and nothing is lost: go on on the other device, or take the vault on a visit again from there.',
    }[side]);
  }
}

/** A file of a visit that does not take the place of the copy here. */
export class RefusedReturn extends Error {
  override readonly name = 'RefusedReturn';
  constructor(readonly why: string, readonly whatToDo: string) {
    super(`This file was not taken: ${why}. Nothing here was changed. ${whatToDo}`);
  }
}

/** A link of the log's chain is missing, changed or out of place. */
export class BrokenLog extends Error {
  override readonly name = 'BrokenLog';
  constructor(readonly atSeq: number, readonly why: string) {
    super(`The log does not hold together at entry ${String(atSeq)} (${why}). Entries may have been changed or removed: keep this device as it is and tell your data protection officer.`);
  }
}

/** A file that says it is an export of a log, and does not hold together. */
export class DamagedLogExport extends Error {
  override readonly name = 'DamagedLogExport';
  constructor(readonly why: string) {
    super(`This file cannot be relied on as an export of a log (${why}). Keep it as it is, and ask whoever sent it for another export: the log itself is still in the vault.`);
  }
}

/** No entry lies in the days asked for. */
export class NothingToExport extends Error {
  override readonly name = 'NothingToExport';
  override readonly message = 'The log has no entry in these days. Nothing was exported and nothing was logged: choose other days, or the whole log.';
}

/** A vault that nobody opens is lost. */
export class LastOfficer extends Error {
  override readonly name = 'LastOfficer';
  constructor() {
    super('This is the only officer of the vault: without them nobody could open it again. Nothing was changed. Add another officer first.');
  }
}

/** Nothing may be written any more until the vault has been opened anew. */
export class ReadOnlyVault extends Error {
  override readonly name = 'ReadOnlyVault';
  constructor(readonly why: string) {
    super(`This vault can only be read now (${why}). What was saved before is kept. Lock it and unlock it again: Steading then compares its two copies and repairs what it can.`);
  }
}

/** No room on the device. Nothing of the save was written. */
export class DeviceFull extends Error {
  override readonly name = 'DeviceFull';
  constructor(readonly draftKept: boolean) {
    super(`This device is full: nothing of this save was written, and what was saved before is whole. ${draftKept ? 'Your draft is kept, in room that was set aside for this. ' : ''}Free some room on the device (files, photos, an area pack that is no longer used), then save again. Do not clear this site’s data.`);
  }
}

/** The second copy is in another window's hands, and the database alone is not what was saved last. */
export class HeldElsewhere extends Error {
  override readonly name = 'HeldElsewhere';
  override readonly message = 'Another window of Steading holds the second copy of this vault, and the two copies have to be compared first. Nothing was changed. Close all other windows and tabs of Steading, then unlock again.';
}

/** Another window took the vault while this one was opening or repairing it. */
export class TakenElsewhere extends Error {
  override readonly name = 'TakenElsewhere';
  override readonly message = 'Another window took this vault over. Nothing more is written from here. Go on there, or unlock it again here.';
}

/** The two stores hold saves that exclude each other: one of them was put back from elsewhere. */
export class TwoHistories extends Error {
  override readonly name = 'TwoHistories';
  constructor() {
    super('The two copies of this vault on this device have gone different ways: an older state of the browser’s data was put back, and then worked on. Steading does not guess which is right, and changed neither. Restore your last backup on another device, compare its log head code with your last print, and keep this device as it is for your IT service.');
  }
}
