import type { useSession } from '@/stores';

type Vault = ReturnType<ReturnType<typeof useSession>['openVault']>;

export type LogAccount = Awaited<ReturnType<Vault['verifyLog']>>;
export type LogEntry = LogAccount['entries'][number];
export type FoundHead = Awaited<ReturnType<Vault['findLogHead']>>;
