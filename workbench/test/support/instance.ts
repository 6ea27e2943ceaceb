/**
 * One instance of a workspace in a process of its own, over a store that others have open too. Started by tests with a
 * file name; reads commands line by line (JSON) and answers each with one line.
 */
import { createInterface } from 'node:readline';
import { startAppHost } from '../../src/engine/startAppHost';
import { openStore } from '../../src/store/Store';
import { openWorkspace } from '../../src/workspace/openWorkspace';
import { PROBE_ID } from './probeApp';

const file = process.argv[2];
if (file === undefined) throw new Error('Which file?');

async function serve(path: string): Promise<void> {
  const store = openStore({ file: path });
  const workspace = openWorkspace({ store, siteUrl: 'http://localhost:3998' });
  const host = await startAppHost({ store, workspace });
  process.stdout.write('"ready"\n');
  for await (const line of createInterface({ input: process.stdin })) {
    const { path: endpoint, ...call } = JSON.parse(line) as { path: string; method: string; content?: unknown };
    const answer = await host.callEndpoint({
      appId: PROBE_ID,
      visibility: 'public',
      path: endpoint,
      headers: {},
      query: {},
      content: undefined,
      ...call,
    });
    process.stdout.write(`${JSON.stringify(answer?.content)}\n`);
  }
  await host.stop();
  store.close();
}

void serve(file);
