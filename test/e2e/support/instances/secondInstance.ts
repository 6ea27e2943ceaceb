/**
 * A second instance of a workspace over the data of a running one, as in a cluster: its own engine and its own sandbox of
 * the app, without a simulator. Started as a process of its own with the data folder, the workspace's address, the app and
 * what is imitated; prints its port, takes webhooks at `/<private hash>/<path>`, and people's messages, reactions and presses
 * where the server does. What only one person sees is kept for `/ephemeral`: a real cluster tells their client.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { replaceDate } from '../../../../workbench/shims/replaceDate';
import { Clock } from '../../../../workbench/src/clock/Clock';
import { useEngine } from '../../../../workbench/src/engine/useEngine';
import { isServerVersion, SANDBOXES, type ServerTraits, traitsOf } from '../../../../workbench/src/server/serverTraits';
import { openStore } from '../../../../workbench/src/store/Store';
import { openWorkspace } from '../../../../workbench/src/workspace/openWorkspace';

async function serve(dataDir: string, siteUrl: string, appId: string, traits: ServerTraits): Promise<void> {
  useEngine(traits);
  const { startAppHost } = await import('../../../../workbench/src/engine/startAppHost');
  const store = openStore({ file: join(dataDir, 'workspace.sqlite') });
  const clock = new Clock(store.clock);
  replaceDate(() => clock.now());
  const workspace = openWorkspace({ store, siteUrl, traits });
  const apps = await startAppHost({ store, workspace, clock });
  const ephemeral: unknown[] = [];
  workspace.events.subscribe((event) => {
    if (event.type === 'ephemeral') ephemeral.push(event.message);
  });
  const server = createServer((request, response) => {
    void answer(request).then(
      ({ status, body }) =>
        response.writeHead(status, body === undefined ? {} : { 'Content-Type': 'application/json' }).end(body),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  async function answer(request: IncomingMessage): Promise<{ status: number; body?: string }> {
    if (request.url === '/idle') {
      await apps.idle();
      return { status: 200 };
    }
    if (request.url === '/follow') {
      await clock.follow();
      return { status: 200 };
    }
    if (request.url === '/ephemeral') {
      return { status: 200, body: JSON.stringify(ephemeral) };
    }
    const [, hash, path] = request.url?.split('/') ?? [];
    const body = Buffer.concat(await request.toArray()).toString();
    if (request.url === '/setting') {
      const { id, value } = JSON.parse(body) as { id: string; value: unknown };
      await apps.updateSetting(appId, id, value);
      return { status: 200 };
    }
    if (request.url?.startsWith('/api/')) {
      const { 'x-user-id': userId, 'x-auth-token': token } = request.headers;
      const user = workspace.users.authenticate(String(userId), String(token));
      if (!user) return { status: 401 };
      if (request.url === '/api/v1/chat.sendMessage') {
        const { message } = JSON.parse(body) as { message: { rid: string; msg: string } };
        return { status: 200, body: JSON.stringify({ message: await workspace.messages.sendOnce(user, message) }) };
      }
      if (request.url === '/api/v1/chat.react') {
        const { messageId, emoji } = JSON.parse(body) as { messageId: string; emoji: string };
        await workspace.messages.react(user, messageId, emoji, true);
        return { status: 200, body: '{}' };
      }
      return { status: 200, body: JSON.stringify(await apps.interact(appId, { user }, JSON.parse(body))) };
    }
    const answered = await apps.callEndpoint({
      appId,
      visibility: 'private',
      hash,
      path: path ?? '',
      method: request.method ?? 'POST',
      headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
      query: {},
      content: JSON.parse(body),
    });
    return { status: answered?.status ?? 404 };
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' && address ? address.port : 0}\n`);
  await Promise.race([once(process, 'SIGTERM'), once(process, 'disconnect')]);
  server.close();
  server.closeAllConnections();
  await apps.stop();
  store.close();
  if (process.connected) process.disconnect();
}

const [dataDir, siteUrl, appId, server, sandbox] = process.argv.slice(2);
if (!dataDir || !siteUrl || !appId) throw new Error('Which data folder, which address, which app?');
if (!server || !isServerVersion(server)) throw new Error('Which server?');
void serve(
  dataDir,
  siteUrl,
  appId,
  traitsOf(
    server,
    SANDBOXES.find((known) => known === sandbox),
  ),
);
