import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request to the endpoint. */
export interface ReceivedReport {
  headers: IncomingHttpHeaders;
  /** As it came. */
  text: string;
  body: Record<string, unknown>;
}

/** A Message Status Endpoint of a test's own. */
export class StatusReceiver {
  readonly received: ReceivedReport[] = [];
  /** Its answer: an HTTP status, or none at all. */
  answer: number | 'never' = 200;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (this.answer === 200) {
          this.received.push({ headers: request.headers, text, body: JSON.parse(text) as Record<string, unknown> });
        } else {
          this.refused += 1;
        }
        if (this.answer !== 'never') response.writeHead(this.answer, { Location: '/elsewhere' }).end();
      });
    });
  }

  /** How many came while it took none. */
  refused = 0;

  static async open(): Promise<StatusReceiver> {
    const receiver = new StatusReceiver();
    await new Promise<void>((resolve) => receiver.#server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/statuses?token=of-the-endpoint`;
  }

  /** The bodies about a message, by its text, oldest first. */
  about(message: string): Record<string, unknown>[] {
    return this.received.map(({ body }) => body).filter((body) => body.message === message);
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
