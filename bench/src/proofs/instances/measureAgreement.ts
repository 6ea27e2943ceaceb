import { conversationWith } from '../../../../test/e2e/support/conversationWith';
import type { SecondInstance } from '../../../../test/e2e/support/instances/startSecondInstance';
import type { TestWorkbench } from '../../../../test/e2e/support/instances/TestWorkbench';
import { waitFor } from '../../../../test/e2e/support/waitFor';
import { textWebhook } from '../../../../test/e2e/support/webhookBodies';
import type { Target } from '../../load/post';
import { post } from '../../load/post';

/** How long one instance goes on with what the other one has changed. */
export interface Agreement {
  /** Milliseconds from the change of a setting until the other instance uses it. */
  settingMs: number;
  /** Milliseconds of the workspace's clock after a customer's opt-out at which the other instance last sent them something. */
  optOutMs: number;
}

/** Minutes between two tries to send: the other instance looks again after a minute. */
const STEP = 1 / 12;

/** The other instance is asked so often before it counts as deaf. */
const TRIES = 40;

/** Changes a setting and a conversation at the first instance, and tries at the second one until it goes by them. */
export async function measureAgreement(
  workbench: TestWorkbench,
  second: SecondInstance,
  { number, headers }: { number: string; headers: Target['headers'] },
): Promise<Agreement> {
  const { phone, agent, room } = await conversationWith(workbench, number, 'Agreed Upon');
  const there = second.clientOf(agent.http);
  let tries = 0;
  /** What arrives of an agent's text that is given to the second instance; undefined where a card says that it did not. */
  const send = async (): Promise<string | undefined> => {
    const text = `Try ${(tries += 1)} of the agreement`;
    await there.post('/api/v1/chat.sendMessage', { message: { rid: room, msg: text } });
    const { body } = await waitFor(
      async () => {
        const arrived = (await phone.received(number)).find(({ message }) => message.text?.body.includes(text));
        if (arrived) return { body: arrived.message.text?.body };
        const isTold = (await agent.messages(room)).some(({ msg, blocks }) => blocks && msg.includes(text));
        return isTold ? { body: undefined } : undefined;
      },
      { what: 'the fate of a text', timeout: 60_000 },
    );
    return body;
  };

  if ((await send())?.startsWith('Try') !== true) throw new Error('a text that shows nobody is not sent as it is');
  const changed = Date.now();
  await workbench.setSettings({ agents_display_info: 'name' });
  let settingMs = Date.now() - changed;
  for (let at = 0; at < TRIES && (await send())?.startsWith('Try') !== false; at += 1) settingMs = Date.now() - changed;
  await workbench.setSettings({ agents_display_info: 'none' });

  const wish = await textWebhook(workbench.sim, number, phone.customer, [{ body: 'STOP' }]);
  await post({ url: workbench.privateUrl('incoming'), headers }, JSON.stringify(wish));
  await phone.receive(number, 'write START');
  const now = async () => (await workbench.sim.state()).now;
  const begun = await now();
  let optOutMs = 0;
  for (let at = 0; at < TRIES; at += 1) {
    const tried = await now();
    if ((await send()) === undefined) break;
    optOutMs = tried - begun;
    await workbench.travel(STEP);
  }
  return { settingMs, optOutMs };
}
