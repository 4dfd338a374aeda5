import type { usePacks, useSession } from '@/stores';

/** The shapes that these screens show, as the stores hand them on: views know no room behind the stores. */
export type VaultListed = ReturnType<typeof useSession>['onDevice'][number];
export type UnlockAnswer = Awaited<ReturnType<ReturnType<typeof useSession>['unlock']>>;
export type RepairShown = NonNullable<Awaited<ReturnType<ReturnType<ReturnType<typeof useSession>['openVault']>['lastRepair']>>>;
export type Pack = NonNullable<ReturnType<typeof usePacks>['header']>;
export type PackLayer = Pack['layers'][number];
