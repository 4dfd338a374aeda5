import type { TabChannel } from '@/vault/writingTab';

type Request = { grant: (lock: { name: string } | null) => unknown; resolve: (value: unknown) => void; reject: (why: unknown) => void };

/** Web Locks of one device, exclusive mode only: as the specification has it for request(name, { ifAvailable, steal, signal }, callback). */
export function testLocks(): LockManager {
  const holders = new Map<string, Request>();
  const queues = new Map<string, Request[]>();

  function give(name: string, request: Request): void {
    holders.set(name, request);
    void Promise.resolve(request.grant({ name })).then(request.resolve, request.reject).finally(() => {
      if (holders.get(name) !== request) return;
      holders.delete(name);
      const next = queues.get(name)?.shift();
      if (next) give(name, next);
    });
  }

  function request(name: string, options: LockOptions, grant: Request['grant']): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const asked: Request = { grant, resolve, reject };
      const holder = holders.get(name);
      if (!holder) give(name, asked);
      else if (options.ifAvailable === true) resolve(grant(null));
      else if (options.steal === true) {
        holders.delete(name);
        holder.reject(new DOMException('stolen', 'AbortError'));
        give(name, asked);
      } else {
        const queue = queues.get(name) ?? [];
        queues.set(name, [...queue, asked]);
        options.signal?.addEventListener('abort', () => {
          const waiting = queues.get(name) ?? [];
          if (!waiting.includes(asked)) return;
          queues.set(name, waiting.filter((one) => one !== asked));
          reject(new DOMException('gave up', 'TimeoutError'));
        });
      }
    });
  }

  return { request: request as LockManager['request'], query: () => Promise.resolve({ held: [], pending: [] }) };
}

/** BroadcastChannels of one device: every other open channel of the name hears the message. */
export function testChannels(): (name: string) => TabChannel {
  const open = new Map<TabChannel, string>();
  return (name) => {
    const channel: TabChannel = {
      onmessage: null,
      postMessage(data) {
        const others = [...open].filter(([other, itsName]) => other !== channel && itsName === name);
        queueMicrotask(() => { for (const [other] of others) other.onmessage?.(new MessageEvent('message', { data })); });
      },
      close() { open.delete(channel); },
    };
    open.set(channel, name);
    return channel;
  };
}
