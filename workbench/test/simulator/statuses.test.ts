import { frozenClock } from './support/frozenClock';
import type { Loose } from './support/Loose';
import type { Receiver } from './support/startReceiver';
import { startReceiver } from './support/startReceiver';
import type { TestSimulator } from './support/startTestSimulator';
import { ANA, startTestSimulator } from './support/startTestSimulator';

describe('statuses', () => {
  let simulator: TestSimulator;
  let receiver: Receiver;

  beforeEach(async () => {
    [simulator, receiver] = await Promise.all([startTestSimulator(frozenClock), startReceiver()]);
    await simulator.receive();
    await simulator.api('POST', '/v1/configs/webhook', { url: receiver.url });
    // Only time travel moves things on: real delays would make the order depend on the machine.
    await simulator.control('POST', '/switches', {
      sentAfterMs: 60_000,
      deliveredAfterMs: 120_000,
      readAfterMs: 180_000,
    });
  });
  afterEach(async () => {
    await simulator.stop();
    await receiver.stop();
  });

  const text = { type: 'text', text: { body: 'Hi' } };
  const pass = (advanceMs = 200_000) => simulator.control('POST', '/clock', { advanceMs });
  const names = () => receiver.items('statuses').map(({ status }) => status);
  const fault = (kind: string, params: object = {}, times: number | null = null) =>
    simulator.control('POST', '/faults', { kind, params, times });
  const chat = async () => (await simulator.control('GET', `/customers/${ANA}/chats/551155550100`)).json;

  describe('statuses of a message', () => {
    it('are sent, delivered and read, in the shape that 360dialog was seen to send', async () => {
      const { json } = await simulator.send({ ...text, biz_opaque_callback_data: 'mine-1' });
      await pass();
      const [sent, delivered, read] = receiver.items('statuses');
      const common = {
        id: json.messages[0].id,
        timestamp: expect.stringMatching(/^\d{10}$/),
        recipient_id: ANA,
        recipient_user_id: 'BR.1000000000000111',
        biz_opaque_callback_data: 'mine-1',
        pricing: { billable: false, pricing_model: 'PMP', category: 'service', type: 'free_customer_service' },
      };
      const conversation = { id: expect.stringMatching(/^[0-9a-f]{32}$/), origin: { type: 'service' } };
      expect(sent).toEqual({
        ...common,
        status: 'sent',
        conversation: { ...conversation, expiration_timestamp: expect.stringMatching(/^\d{10}$/) },
      });
      expect(delivered).toEqual({ ...common, status: 'delivered', conversation });
      expect(read).toEqual({ ...common, status: 'read', conversation });
      expect(receiver.bodies()[0].entry[0].changes[0].value.contacts).toEqual([
        { wa_id: ANA, user_id: 'BR.1000000000000111' },
      ]);
      expect((await chat()).messages.at(-1)).toMatchObject({ direction: 'out', status: 'read' });
    });

    it('name only the business-scoped id of somebody without a phone', async () => {
      await simulator.receive(undefined, {}, 'US.1000000000000155');
      await simulator.send({ ...text, to: undefined, recipient: 'US.1000000000000155' });
      await pass();
      const [status] = receiver.items('statuses');
      expect(status).toMatchObject({ status: 'sent', recipient_user_id: 'US.1000000000000155' });
      expect(status).not.toHaveProperty('recipient_id');
    });

    it('of a template carry its category and its price', async () => {
      const { json } = await simulator.send({
        type: 'template',
        template: { name: 'hello_world', language: { code: 'en_US' } },
      });
      expect(json.messages[0].message_status).toBe('accepted');
      await pass();
      expect(receiver.items('statuses')[0]).toMatchObject({
        conversation: { origin: { type: 'utility' } },
        pricing: { billable: true, category: 'utility', type: 'regular' },
      });
    });

    it('of a reaction are only sent', async () => {
      const sent = await simulator.send(text);
      await simulator.send({ type: 'reaction', reaction: { message_id: sent.json.messages[0].id, emoji: '👍' } });
      await pass();
      expect(names()).toEqual(['sent', 'sent', 'delivered', 'read']);
    });

    it('of a reaction to nothing are failed', async () => {
      await simulator.send({ type: 'reaction', reaction: { message_id: 'wamid.unknown', emoji: '👍' } });
      await pass();
      expect(receiver.items('statuses')).toMatchObject([{ status: 'failed', errors: [{ code: 131009 }] }]);
    });

    it('stop at sent while the phone is off, and go on when it is on again', async () => {
      await simulator.control('PATCH', `/customers/${ANA}`, { offline: true });
      await simulator.send(text);
      await pass();
      expect(names()).toEqual(['sent']);
      await simulator.control('PATCH', `/customers/${ANA}`, { offline: false });
      await pass();
      expect(names()).toEqual(['sent', 'delivered', 'read']);
    });

    it('never say read to who has receipts off', async () => {
      await simulator.control('PATCH', `/customers/${ANA}`, { readReceipts: false });
      await simulator.send(text);
      await pass();
      expect(names()).toEqual(['sent', 'delivered']);
    });

    it('say read when somebody opens the chat on the phone', async () => {
      await simulator.control('POST', '/switches', { readAfterMs: null });
      await simulator.send(text);
      await pass();
      expect(names()).toEqual(['sent', 'delivered']);
      await simulator.control('POST', `/customers/${ANA}/chats/551155550100/open`, { open: true });
      await pass(10);
      expect(names()).toEqual(['sent', 'delivered', 'read']);
      await simulator.send(text);
      await pass(121_000);
      expect(names().slice(3)).toEqual(['sent', 'delivered', 'read']);
    });

    it('can be given by hand: played, or failed with a code', async () => {
      const { json } = await simulator.send(text);
      await pass();
      const wamid = json.messages[0].id;
      await simulator.control('POST', `/customers/${ANA}/chats/551155550100/played`, { wamid });
      await simulator.control('POST', '/statuses', { wamid, status: 'failed', code: 131026 });
      await pass(10);
      expect(names()).toEqual(['sent', 'delivered', 'read', 'played', 'failed']);
      // A failure does not undo what has arrived.
      expect((await chat()).messages.at(-1).status).toBe('played');
    });
  });

  describe('faults of statuses', () => {
    it.each([
      ['status-failed', { code: 131049 }, ['failed']],
      ['status-failed', { code: 131053, afterSent: true }, ['sent', 'failed']],
      ['status-dropped', { which: 'all' }, []],
      ['status-dropped', { which: 'delivered' }, ['sent', 'read']],
      ['status-dropped', { which: 'sent' }, ['delivered', 'read']],
      ['status-duplicate', {}, ['sent', 'sent', 'delivered', 'delivered', 'read', 'read']],
      ['status-shuffle', {}, ['read', 'delivered', 'sent']],
    ])('%s %j', async (kind, params, expected) => {
      await fault(kind, params, 1);
      await simulator.send(text);
      await pass();
      expect(names()).toEqual(expected);
      // It struck once and is gone.
      await simulator.send(text);
      await pass();
      expect(names().slice(expected.length)).toEqual(['sent', 'delivered', 'read']);
    });

    it('carry the errors of the code', async () => {
      await fault('status-failed', { code: 131049 });
      await simulator.send(text);
      await pass();
      expect(receiver.items('statuses')[0].errors).toEqual([
        {
          code: 131049,
          title: 'This message was not delivered to maintain healthy ecosystem engagement.',
          message: 'This message was not delivered to maintain healthy ecosystem engagement.',
          error_data: {
            details: 'In order to maintain a healthy ecosystem engagement, the message failed to be delivered.',
          },
          href: expect.any(String),
        },
      ]);
    });

    it('deliver the first status before the send is answered', async () => {
      await fault('status-early');
      await simulator.send(text);
      expect(names()).toEqual(['sent']);
    });
  });
});

describe('markAsRead', () => {
  let simulator: TestSimulator;

  beforeAll(async () => {
    simulator = await startTestSimulator();
  });
  afterAll(() => simulator.stop());

  describe('marking as read', () => {
    const read = (wamid: string, more: object = {}) =>
      simulator.api('POST', '/messages', { messaging_product: 'whatsapp', status: 'read', message_id: wamid, ...more });

    it('marks the message and the earlier ones of its chat, and shows typing', async () => {
      const { json } = await simulator.receive({ type: 'text', text: { body: 'Number {n}' } }, { count: 3 });
      expect(await read(json.wamids[1], { typing_indicator: { type: 'text' } })).toMatchObject({
        status: 200,
        json: { success: true },
      });
      const chat = await simulator.control('GET', `/customers/5511955550111/chats/551155550100`);
      const marks = chat.json.messages
        .filter(({ wamid }: Loose) => json.wamids.includes(wamid))
        .map(({ readByBusiness }: Loose) => readByBusiness === true);
      expect(marks).toEqual([true, true, false]);
      expect(chat.json.typing).toBe(true);
    });

    it('stops typing after 25 seconds', async () => {
      await simulator.control('POST', '/clock', { advanceMs: 26_000 });
      const chat = await simulator.control('GET', `/customers/5511955550111/chats/551155550100`);
      expect(chat.json.typing).toBe(false);
    });

    it('refuses an id of its own message with the words of Meta', async () => {
      const sent = await simulator.send({ type: 'text', text: { body: 'Hi' } });
      const wamid = sent.json.messages[0].id;
      const { status, json } = await read(wamid);
      expect(status).toBe(400);
      expect(json.error).toMatchObject({
        message: '(#100) Invalid parameter',
        code: 100,
        error_data: {
          details: `Message supplied to mark message as read API with message ID: ${wamid} is outgoing. Please use an incoming message ID.`,
        },
      });
    });

    it('refuses an unknown id', async () => {
      const { status, json } = await read('12345');
      expect([status, json.error.error_data.details]).toEqual([400, 'Please check the message ID you have provided.']);
    });
  });
});
