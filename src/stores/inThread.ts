import { type Remote, wrap } from 'comlink';

/** A worker's room, and a way to end it at once, whatever it is at: whoever waits for an answer is then told so. `part`: what could not start, in words. */
export function inThread<Room>(worker: Worker, part: string) {
  let over: (why: Error) => void = () => undefined;
  const ended = new Promise<never>((_resolve, reject) => { over = reject; });
  // With nobody waiting for an answer, an end is no failure of the page.
  ended.catch(() => undefined);
  worker.addEventListener('error', () => { over(new Error(`The part of Steading that ${part} could not start. Reload the page once while online, so that the missing part is fetched.`)); });
  const room: Remote<Room> = wrap<Room>(worker);
  return {
    room,
    answered: <T>(answer: T): Promise<Awaited<T>> => Promise.race([answer, ended]),
    end(): void {
      worker.terminate();
      over(new Error('It was stopped.'));
    },
  };
}
