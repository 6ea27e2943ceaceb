import { Cluster } from '../support/instances/Cluster';
import { conversationWith } from '../support/conversationWith';
import { runJobs } from '../support/clients/settle';
import type { SimulatedCustomer, SimulatedRequest } from '../support/clients/SimulatorClient';
import type { SecondInstance } from '../support/instances/startSecondInstance';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';
import { textWebhook } from '../support/webhookBodies';
import type { WireMessage } from '../support/clients/WireDocuments';

// What leaves a cluster for the customers: of two instances over one store, each message once and in order.

let cluster: Cluster;
let workbench: TestWorkbench;
let second: SecondInstance;
let number: string;

beforeAll(async () => {
  cluster = await Cluster.start();
  ({ workbench, second, number } = cluster);
});

afterAll(() => cluster.stop());

describe('what two agents do at both at once', () => {
  const TIMES = 4;

  test('a long message goes out whole before what is written later at the other one', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Sol Berg');
    const there = second.clientOf(agent.http);
    const pieces = Array.from({ length: 5 }, (_, piece) => `${piece}. ${'word '.repeat(700)}`);
    await workbench.setServerSetting('Message_MaxAllowedSize', 20_000);
    await workbench.sim.fault('slow-answer', { ms: 150, on: 'send' });
    try {
      // Every order of their steps: test/handlers/interleavings/sending.test.ts.
      await agent.send(room, pieces.join('\n\n'));
      await phone.receive(number, '0.');
      await there.post('/api/v1/chat.sendMessage', { message: { rid: room, msg: 'After it' } });
      await phone.receive(number, 'After it');
    } finally {
      await workbench.sim.clearFaults();
    }
    const bodies = (await phone.received(number)).map(({ message }) => message.text?.body ?? '');
    expect(bodies.map((body) => body.slice(0, 2))).toEqual(['0.', '1.', '2.', '3.', '4.', 'Af']);
  });

  test('of two reactions to one message the customer keeps the later one', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Tom Hale');
    const there = second.clientOf((await workbench.as('manager')).http);
    for (let at = 0; at < TIMES; at += 1) {
      const { wamid } = await phone.say(number, `React to ${at}`);
      const { _id: messageId } = await agent.findMessage(room, `React to ${at}`);
      await Promise.all([
        agent.react(messageId, ':thumbsup:'),
        there.post('/api/v1/chat.react', { messageId, emoji: ':tada:' }),
      ]);
      await cluster.idle();
      const { reactions = {} } = await agent.findMessage(room, `React to ${at}`);
      const last = Object.keys(reactions).at(-1) ?? '';
      const shown = (await phone.chat(number)).find((each) => each.wamid === wamid)?.reactions ?? [];
      const seen = shown.filter(({ from }) => from === 'business').map(({ emoji }) => emoji);
      expect([at, seen]).toEqual([at, [last === ':tada:' ? '🎉' : '👍']]);
    }
  });
});

test('who writes STOP at one gets nothing from the other, which remembers them without it, until START', async () => {
  const { phone, agent, room } = await conversationWith(workbench, number, 'Una Stop');
  const there = second.clientOf(agent.http);
  const sendThere = (msg: string) => there.post('/api/v1/chat.sendMessage', { message: { rid: room, msg } });
  const isRefusal = (text: string) => (message: WireMessage) =>
    message.msg.includes(text) && message.msg.includes('wants no messages');
  const say = async (url: string, text: string, seen: string) => {
    expect(await cluster.post(url, await cluster.webhook(phone.customer, text))).toBe(200);
    await agent.findMessage(room, seen);
  };
  await say(second.webhookUrl, 'Hello over there', 'Hello over there');
  await say(workbench.privateUrl('incoming'), 'STOP', 'The customer wants no messages any more.');
  await sendThere('Nobody asked for this');
  await agent.findMessage(room, isRefusal('Nobody asked for this'));
  // What it has learnt it forgets as soon as the customer wants messages again.
  await say(second.webhookUrl, 'I said no', 'I said no');
  await say(workbench.privateUrl('incoming'), 'START', 'The customer wants messages again.');
  await sendThere('Welcome back');
  await phone.receive(number, 'Welcome back');
  expect((await phone.received(number)).map(({ message }) => message.text?.body)).not.toContain(
    'Nobody asked for this',
  );
});

describe('a message that waits for its customer', () => {
  /** A customer for whom a message waits, as the first instance knows. */
  async function waiting(name: string, text: string, before?: (customer: SimulatedCustomer) => Promise<unknown>) {
    const { phone, agent, room } = await conversationWith(workbench, number, name);
    await before?.(phone.customer);
    // WhatsApp tells whole seconds: what the customer wrote in the second of the card would count as their answer.
    await workbench.travel(0.1);
    await workbench.sim.fault('error-code', { code: 131047, on: 'send' }, { times: 1 });
    await agent.send(room, text);
    const shows = (button: string) => (message: WireMessage) =>
      message.msg.includes(text) && JSON.stringify(message.blocks ?? []).includes(button);
    await agent.clickButton(await agent.findMessage(room, shows('Send when they answer')), 'Send when they answer');
    await agent.findMessage(room, shows('Do not send'));
    const { now: at } = await workbench.sim.state();
    const answer = (body: string) => textWebhook(workbench.sim, number, phone.customer, [{ body, at }]);
    const expectOnce = async () => {
      await phone.receive(number, text);
      await agent.send(room, 'That was all');
      await phone.receive(number, 'That was all');
      await cluster.idle();
      expect((await phone.received(number)).map(({ message }) => message.text?.body)).toEqual([text, 'That was all']);
    };
    return { answer, expectOnce };
  }

  test('is sent once when the customer’s answer comes to both', async () => {
    const { answer, expectOnce } = await waiting('Kim Lee', 'Your keys are here');
    await cluster.postToBoth(await answer('Are they there?'));
    await expectOnce();
  });

  test('is sent once when the answer comes to the other one, which remembers the customer without it', async () => {
    const tell = async (customer: SimulatedCustomer) =>
      expect(await cluster.post(second.webhookUrl, await cluster.webhook(customer, 'Hello over there'))).toBe(200);
    const { answer, expectOnce } = await waiting('Lea Moser', 'Your coat is here', tell);
    expect(await cluster.post(second.webhookUrl, await answer('Is it there?'))).toBe(200);
    await cluster.idle();
    await Promise.all([runJobs(workbench, 'send-kept'), runJobs(workbench, 'send-kept')]);
    await expectOnce();
  });
});

describe('templates that a program asks both instances for', () => {
  const waIds = Array.from({ length: 30 }, (_, at) => `55119555${80_000 + at}`);
  const request = (ticket: string) => ({
    phoneNumbers: waIds,
    connectedWhatsAppNo: number,
    template: {
      name: 'ticket_update',
      language: { code: 'en' },
      components: [
        {
          type: 'body',
          parameters: [
            { type: 'text', parameter_name: 'customer_name', text: 'Ana' },
            { type: 'text', parameter_name: 'ticket_id', text: ticket },
          ],
        },
      ],
    },
  });
  const ask = async (url: string, ticket: string, key: string) => {
    const options = { method: 'POST', headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key } };
    return (await fetch(url, { ...options, body: JSON.stringify(request(ticket)) })).status;
  };
  const urls = () => [
    workbench.privateUrl('templateMessage'),
    second.webhookUrl.replace('incoming', 'templateMessage'),
  ];
  /** The recipients of the ticket, once nothing is queued any more. */
  const reached = async (ticket: string) => {
    const isQueueEmpty = async () =>
      (await workbench.records()).every(({ data }) => data['kind'] !== 'template-queued');
    await waitFor(isQueueEmpty, { what: 'all to be sent' });
    const requests = await workbench.sim.http.get<SimulatedRequest[]>('/requests', { limit: 1_000 });
    const isIt = ({ requestBody }: SimulatedRequest) => JSON.stringify(requestBody ?? {}).includes(`"${ticket}"`);
    return requests.filter(isIt).map(({ requestBody }) => String(requestBody?.['to']));
  };

  beforeAll(async () => {
    const isRead = ({ data }: { data: Record<string, unknown> }) => data['kind'] === 'templates' && 'readAt' in data;
    await waitFor(async () => (await workbench.records()).some(isRead), { what: 'the templates of the number' });
  });

  test('go to everybody once where it is the same request', async () => {
    const answers = await Promise.all(urls().map((url) => ask(url, 'T-same', 'the-same-key')));
    expect(answers).toEqual([200, 200]);
    expect((await reached('T-same')).sort()).toEqual(waIds);
  });

  test('go to everybody once for each of two requests, whichever of them sends', async () => {
    const [first = '', other = ''] = urls();
    expect(await Promise.all([ask(first, 'T-one', 'key-one'), ask(other, 'T-two', 'key-two')])).toEqual([200, 200]);
    expect((await reached('T-one')).sort()).toEqual(waIds);
    expect((await reached('T-two')).sort()).toEqual(waIds);
  });
});
