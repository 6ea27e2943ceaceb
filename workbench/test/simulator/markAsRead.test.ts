import { startTestSimulator, type TestSimulator } from './support/startTestSimulator';
import type { Loose } from './support/Loose';

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
