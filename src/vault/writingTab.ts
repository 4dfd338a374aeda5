/** One tab writes. Web Locks hold the place, a BroadcastChannel asks for it; both are edges, so tests bring their own. */
export interface TabEdges {
  /** null: this browser has none; then the revision check alone keeps edits apart. */
  readonly locks: LockManager | null;
  readonly openChannel: (name: string) => TabChannel;
  /** A tab in the foreground answers in well under a second; a frozen one never. */
  readonly patienceMs: number;
}

export interface TabChannel {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
  close(): void;
}

export interface WritingTab {
  release(): void;
}

export interface TabEvents {
  /** Another tab asks for the place: keep what is unsaved, then release. */
  readonly asked: () => void;
  /** The place is gone already: this tab did not answer in time. Nothing may be written any more. */
  readonly lost: () => void;
}

const TAKE_OVER = 'take over';
const PREFIX = 'steading-vault-';

export function tabName(vaultId: string): string {
  return `${PREFIX}${vaultId}`;
}

/** How many vaults are open in tabs of this device: their locks tell, even of a tab that is frozen and answers nobody. */
export async function vaultsOpen(locks: Pick<LockManager, 'query'> | null): Promise<number> {
  const { held = [] } = await locks?.query() ?? {};
  return held.filter(({ name }) => name?.startsWith(PREFIX)).length;
}

/** null: another tab holds the place. */
export async function holdWritingTab(vaultId: string, edges: TabEdges, events: TabEvents): Promise<WritingTab | null> {
  return hold(vaultId, edges, events, { ifAvailable: true });
}

/** Asks the holder to let go, waits, and takes the place in any case. */
export async function takeWritingTab(vaultId: string, edges: TabEdges, events: TabEvents): Promise<WritingTab> {
  const channel = edges.openChannel(tabName(vaultId));
  channel.postMessage(TAKE_OVER);
  channel.close();
  const waited = await hold(vaultId, edges, events, { signal: AbortSignal.timeout(edges.patienceMs) }).catch((error: unknown) => {
    if (error instanceof DOMException) return null;
    throw error;
  });
  const tab = waited ?? (await hold(vaultId, edges, events, { steal: true }));
  if (!tab) throw new Error('The other window did not let the vault go. Close it, then unlock again.');
  return tab;
}

function hold(vaultId: string, edges: TabEdges, { asked, lost }: TabEvents, options: LockOptions): Promise<WritingTab | null> {
  const { locks } = edges;
  if (!locks) return Promise.resolve({ release: () => undefined });
  return new Promise((resolve, reject) => {
    let held = false;
    const untilReleased = locks.request(tabName(vaultId), options, (lock) => {
      if (!lock) {
        resolve(null);
        return undefined;
      }
      held = true;
      const channel = edges.openChannel(tabName(vaultId));
      channel.onmessage = ({ data }) => { if (data === TAKE_OVER) asked(); };
      return new Promise<void>((done) => {
        resolve({ release: () => { channel.close(); done(); } });
      });
    });
    untilReleased.catch((error: unknown) => {
      if (held) lost();
      else reject(error instanceof Error ? error : new Error(String(error)));
    });
  });
}
