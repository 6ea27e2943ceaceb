import { HttpClient } from '../../../test/e2e/support/HttpClient';
import { waitFor } from '../../../test/e2e/support/waitFor';
import type { Conversation } from '../Conversation';
import { expected } from '../expected';
import type { Stage } from '../Stage';
import { words } from '../words';

const TIMES = 3;

/** 360dialog repeats what it thinks was not taken; in the room it stands once. */
export async function repeat({ workbench, transcript, number }: Stage, { agent, room, first }: Conversation) {
  transcript.step(words.steps.repeat);
  transcript.say(words.who.provider, words.repeats(TIMES));
  const { http } = workbench.sim;
  const queued = await Promise.all(
    Array.from({ length: TIMES }, () => http.post<{ id: number }>('/webhooks', { number, body: first.body })),
  );
  const ids = queued.map(({ id }) => id);
  const delivered = await waitFor(async () => {
    const found = (await workbench.sim.deliveries()).filter(({ id }) => ids.includes(id));
    return found.every(({ state }) => state === 'delivered') && found;
  });
  transcript.say(words.who.provider, words.answers(delivered.map(({ status }) => status).join(', ')));
  await workbench.idle();
  const shown = (await agent.messages(room)).filter(({ msg }) => msg === first.text);
  transcript.say(words.who.workspace, words.stays(first.text, shown.length));
  expected(shown.length === 1, 'a repeated message changes nothing');
  const stranger = new HttpClient(workbench.privateUrl('incoming'));
  const refused = await stranger.request('POST', '', first.body);
  transcript.say(words.who.stranger, words.forges(refused.status));
  expected(refused.status === 401, 'nobody without the secret is heard');
}
