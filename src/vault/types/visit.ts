/** One vault on one officer's two devices: where this copy stands. */
export interface Visit {
  readonly visitId: string;
  /** lent: the vault is out on the other device. visiting: this is the copy that is out. returned: its work is in a return file. Only a visiting copy is read and written. */
  readonly side: 'lent' | 'visiting' | 'returned';
  /** ISO instant. */
  readonly takenAt: string;
  /** Day in Scotland. */
  readonly backBy: string;
  readonly note?: string | undefined;
}

export interface VisitFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** `expected`: files of another vault are refused. `visit`: how the open copy says that it stands, which a file of newer keys cannot read. `letGo`: called where the file is to take the place of an open copy of this page, once nothing speaks against it. */
export interface RestoreHow {
  readonly expected?: string;
  readonly visit?: Visit | null;
  readonly letGo?: () => Promise<void>;
}
