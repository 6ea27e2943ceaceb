import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Loose } from './Loose';

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  /** Names as they came over the wire. */
  rawHeaders: string[];
  text: string;
  at: number;
}

/** A webhook of a customer of 360dialog: keeps what it gets and answers as told. */
export interface Receiver {
  url: string;
  received: Received[];
  /** Status of the next answers; `hang` never answers. */
  answer: number | 'hang';
  /** Parsed bodies, oldest first. */
  bodies(): Loose[];
  /** All items of `value[list]` in all bodies. */
  items(list: string): Loose[];
  /** Resolves when `count` requests have come. */
  waitFor(count: number): Promise<Received[]>;
  /** Resolves when so many items of a list have come. */
  waitForItems(list: string, count: number): Promise<Loose[]>;
  stop(): Promise<void>;
}

const PATIENCE_MS = 8000;

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { url = '', headers, rawHeaders } = request;
      received.push({ path: url, headers, rawHeaders, text: Buffer.concat(chunks).toString(), at: Date.now() });
      if (receiver.answer !== 'hang') response.writeHead(receiver.answer).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const until = async (isDone: () => boolean, what: string): Promise<void> => {
    const end = Date.now() + PATIENCE_MS;
    while (!isDone()) {
      if (Date.now() > end) throw new Error(`${what} did not come; there are ${received.length} requests`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/incoming`,
    received,
    answer: 200,
    bodies: () => received.map(({ text }) => JSON.parse(text)),
    items: (list) =>
      receiver
        .bodies()
        .flatMap(({ entry }) =>
          entry.flatMap(({ changes }: Loose) => changes.flatMap(({ value }: Loose) => value[list] ?? [])),
        ),
    waitFor: async (count) => {
      await until(() => received.length >= count, `request ${count}`);
      return received;
    },
    waitForItems: async (list, count) => {
      await until(() => receiver.items(list).length >= count, `${list} ${count}`);
      return receiver.items(list);
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}
