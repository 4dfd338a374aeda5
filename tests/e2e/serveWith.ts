import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface ServedWith {
  readonly port: number;
  readonly url: string;
  /** The path of every request that reached the server, in order. */
  readonly paths: readonly string[];
  stop(): Promise<void>;
}

/**
 * The built application with something changed on its way: `answer` may take a request over (it then returns true).
 * `name`: another host name under which it is asked for, at 127.0.0.1.
 */
export async function serveWith({ answer = () => false, name }: { answer?: (path: string, response: ServerResponse) => boolean; name?: string } = {}): Promise<ServedWith> {
  const paths: string[] = [];
  const server = await preview({
    root: ROOT, logLevel: 'error',
    preview: { port: 0, host: name === undefined ? 'localhost' : '127.0.0.1', open: false, ...(name !== undefined && { allowedHosts: [name] }) },
    plugins: [{
      name: 'answers-of-the-test',
      configurePreviewServer({ middlewares }) {
        middlewares.use((request, response, next) => {
          const path = request.url ?? '';
          paths.push(path);
          if (!answer(path, response)) next();
        });
      },
    }],
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    port: address.port,
    url: `http://${name ?? 'localhost'}:${String(address.port)}`,
    paths,
    stop: async () => {
      if ('closeAllConnections' in server.httpServer) server.httpServer.closeAllConnections();
      await new Promise<void>((resolve) => { server.httpServer.close(() => { resolve(); }); });
    },
  };
}
