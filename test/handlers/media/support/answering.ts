import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that came: its headers, and its body as text. */
interface Got {
  method?: string;
  url?: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Somebody who answers at an address of this machine; a status of 0 breaks the connection, -1 never answers. `onRequest` runs before the answer. */
export async function answering(
  status: number,
  body: unknown = '',
  headers: Record<string, string> = {},
  onRequest?: () => void,
) {
  const got: Got[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      got.push({ ...request, headers: request.headers, url: request.url, body: Buffer.concat(chunks).toString() });
      onRequest?.();
      if (status === 0) response.destroy();
      else if (status > 0) {
        response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, got, stop };
}
