import type { TestClient } from '../clients/TestClient';
import { ClientScreen } from '../ui/ClientScreen';
import { TestView } from '../ui/TestView';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { traitsOf } from '../../../../workbench/src/server/serverTraits';
import { HttpClient } from '../clients/HttpClient';
import { places } from '../places';
import type { TestWorkbench } from './TestWorkbench';
import type { WireMessage } from '../clients/WireDocuments';

/** Another instance over the same store. */
export interface SecondInstance {
  /** Where its server listens. */
  url: string;
  /** Where it takes the webhook that the first one takes at `privateUrl('incoming')`. */
  webhookUrl: string;
  /** The client of a user whose messages, reactions and presses reach this instance. */
  clientOf(client: HttpClient): HttpClient;
  /** What this instance has shown to one person alone, oldest first. */
  ephemeral(): Promise<WireMessage[]>;
  idle(): Promise<void>;
  stop(): Promise<void>;
  /** Ends it at once, as a power cut does. */
  kill(): Promise<void>;
}

/** Starts a second instance over the data of a running, `durable` workbench. It ends with the test run at the latest. */
export async function startSecondInstance(workbench: TestWorkbench): Promise<SecondInstance> {
  const { server, sandbox } = workbench.ready;
  const args = [
    places.runBuilt,
    join(places.builtWorkbench(traitsOf(server, sandbox).engineHere), 'secondInstance.cjs'),
    workbench.dataDir,
    workbench.url,
    workbench.appId,
    server,
    sandbox,
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const exit = once(child, 'exit');
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  const first = await lines.next();
  if (first.done) throw new Error('The second instance has ended');
  const url = `http://127.0.0.1:${first.value}`;
  const stay = workbench.follow({
    travelled: async () => {
      await fetch(`${url}/follow`);
    },
    settingChanged: async (id, value) => {
      await fetch(`${url}/setting`, { method: 'POST', body: JSON.stringify({ id, value }) });
    },
  });
  const end = async (signal: NodeJS.Signals) => {
    stay();
    child.kill(signal);
    await exit;
  };
  return {
    url,
    webhookUrl: `${url}/${workbench.ready.privateHash}/incoming`,
    clientOf: ({ headers }) => new HttpClient(url, headers),
    ephemeral: async () => (await (await fetch(`${url}/ephemeral`)).json()) as WireMessage[],
    idle: async () => {
      await fetch(`${url}/idle`);
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

/** The modal that a person has open, whose next requests reach the other instance. */
export function sameWindow(client: TestClient, second: SecondInstance): TestView {
  const screen = new ClientScreen(second.clientOf(client.http));
  screen.modal = client.screen.modal;
  return new TestView(screen, 'modal');
}
