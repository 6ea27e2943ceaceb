import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The gate's action on an upload of a visitor's file. */
type Deed = (upload: Upload) => void;

interface Upload {
  incoming: IncomingMessage;
  answer: ServerResponse;
  /** Lets the workspace have it, and gives its answer to `take`, or back to the sender. */
  forward(take?: (answer: IncomingMessage) => void): void;
}

/** A proxy before a workspace, as its public address often is one, that may spoil uploads of visitors' files. */
export interface Gate {
  url: string;
  /** Uploads that came, whatever became of them. */
  readonly uploads: number;
  /** Sets the action on uploads from now on; without one they pass. */
  onUpload(deed?: Deed): void;
  stop(): Promise<void>;
}

export async function startGate(workspaceUrl: string): Promise<Gate> {
  const state: { uploads: number; deed?: Deed } = { uploads: 0 };
  const server = createServer((incoming, answer) => {
    const forward: Upload['forward'] = (take = (reply) => pass(reply, answer)) => {
      const { method, url = '', headers } = incoming;
      const outgoing = request(`${workspaceUrl}${url}`, { method, headers }, take);
      outgoing.on('error', () => answer.destroy());
      incoming.pipe(outgoing);
    };
    const isUpload = incoming.url?.startsWith('/api/v1/livechat/upload/') ?? false;
    if (isUpload) state.uploads += 1;
    if (isUpload && state.deed) state.deed({ incoming, answer, forward });
    else forward();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get uploads() {
      return state.uploads;
    },
    onUpload: (deed) => void (state.deed = deed),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function pass(reply: IncomingMessage, answer: ServerResponse): void {
  answer.writeHead(reply.statusCode ?? 502, reply.headers);
  reply.pipe(answer);
}
