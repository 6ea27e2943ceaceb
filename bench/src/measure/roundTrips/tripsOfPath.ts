import { conversationOf } from '../../../../test/e2e/support/conversationOf';
import { roundTripsOf } from '../../../../test/e2e/support/roundTripsOf';
import { settle } from '../../../../test/e2e/support/settle';
import { post } from '../../load/post';
import type { Stage } from '../../stage/Stage';
import { textsOf } from '../../stage/textsOf';
import { addUp } from './addUp';
import type { Trips } from './Trips';

/** Named as the webhooks of the bench name them: a new name costs round trips of its own. */
const CUSTOMER = '4915112345670';
const NAME = 'Customer 345670';
const ANSWER = 'This is an answer';

/** What the events of the message path cost: texts, repeated ones, an answer and its statuses. */
export async function tripsOfPath(stage: Stage): Promise<Trips[]> {
  const { workbench, number, target } = stage;
  const phone = await workbench.sim.customer({ name: NAME, waId: CUSTOMER });
  const say = (text: string) => () => phone.say(number, text);
  const first = await roundTripsOf(workbench, say('The first one'));
  const known = await roundTripsOf(workbench, say('Another one'));
  const [body = ''] = textsOf(stage, [CUSTOMER], 1);
  await post(target, body);
  const again = await roundTripsOf(workbench, () => post(target, body));
  const { agent, room } = await conversationOf(workbench, NAME);
  await agent.send(room._id, 'The first answer reads settings');
  await phone.open(number);
  await phone.receive(number, ({ status }) => status === 'read');
  const answer = await roundTripsOf(workbench, async () => {
    await agent.send(room._id, ANSWER);
    await phone.receive(number, ({ message, status }) => message.text?.body === ANSWER && status === 'read');
  });
  const statuses = answer.filter(({ kind }) => kind === 'endpoint');
  const dearest = [...statuses].sort((a, b) => b.total - a.total).slice(0, 1);

  await settle(workbench);
  await workbench.restart();
  const once = textsOf(stage, ['4915112345699'], 1);
  await Promise.all(once.map((each) => post(target, each)));
  const restarted = await roundTripsOf(workbench, () => post(target, body));
  const cold = await roundTripsOf(workbench, say('After a restart'));
  return [
    addUp('text of a known customer', known, 6),
    addUp('text of a known customer whom this process has not met', cold, 6),
    addUp('first text of a new customer', first, 14),
    addUp('status of an answer', dearest, 2),
    addUp('repeated text, put into the room by this process', again, 2),
    addUp('repeated text, put into the room before a restart', restarted, 2),
    addUp(
      'answer of an agent',
      answer.filter(({ kind }) => kind === 'listener'),
    ),
  ];
}
