import { frozenClock } from './support/frozenClock';
import { startTestSimulator, type TestSimulator } from './support/startTestSimulator';
import type { Loose } from './support/Loose';

let simulator: TestSimulator;

beforeEach(async () => {
  simulator = await startTestSimulator(frozenClock);
  await simulator.receive();
});
afterEach(() => simulator.stop());

const text = { type: 'text', text: { body: 'Hi' } };
const codes = (answers: { json: Loose }[]) => answers.map(({ json }) => json.error?.code ?? 0);

describe('rates', () => {
  it('lets a pair have 45 messages at once, then one every six seconds', async () => {
    const answers = [];
    for (let n = 0; n < 46; n += 1) answers.push(await simulator.send(text));
    expect(codes(answers)).toEqual([...Array.from({ length: 45 }, () => 0), 131056]);
    await simulator.control('POST', '/clock', { advanceMs: 6000 });
    expect(codes([await simulator.send(text), await simulator.send(text)])).toEqual([0, 131056]);
  });

  it('lets a number have 80 messages a second', async () => {
    const answers = [];
    const people = ['491713920012', '962790000013', '5511955550111'];
    for (let n = 0; n < 81; n += 1) answers.push(await simulator.send({ ...text, to: people[n % 3] }));
    expect(codes(answers.slice(0, 80))).toEqual(Array.from({ length: 80 }, () => 0));
    expect(answers[80]).toMatchObject({ status: 429, json: { error: { code: 130429, error_subcode: 2494055 } } });
    await simulator.control('POST', '/clock', { advanceMs: 1000 });
    expect((await simulator.send({ ...text, to: '491713920012' })).status).toBe(200);
  });

  it('keeps a low throughput exactly', async () => {
    await simulator.control('POST', '/switches', { throughputPerSecond: 2 });
    const answers = await Promise.all([1, 2, 3].map(() => simulator.send(text)));
    expect(codes(answers).sort()).toEqual([0, 0, 130429]);
  });
});

describe('the 24 h window', () => {
  it('fails a free-form message later when it is closed, as Meta does', async () => {
    const { status, json } = await simulator.send({ ...text, to: '491713920012' });
    expect(status).toBe(200);
    await simulator.control('POST', '/clock', { advanceMs: 500 });
    const chat = await simulator.control('GET', '/customers/491713920012/chats/551155550100');
    expect(chat.json.messages[0]).toMatchObject({
      wamid: json.messages[0].id,
      status: 'failed',
      errors: [{ code: 131047, title: 'Re-engagement message' }],
    });
  });

  it('is refused at once when told to', async () => {
    await simulator.control('POST', '/switches', { window: 'sync' });
    expect(codes([await simulator.send({ ...text, to: '491713920012' })])).toEqual([131047]);
    expect(codes([await simulator.send(text)])).toEqual([0]);
  });

  it('closes 24 hours after the customer’s last message and opens with the next', async () => {
    await simulator.control('POST', '/switches', { window: 'sync' });
    await simulator.control('POST', '/clock', { advanceMs: 24 * 3_600_000 - 60_000 });
    expect(codes([await simulator.send(text)])).toEqual([0]);
    await simulator.control('POST', '/clock', { advanceMs: 60_001 });
    expect(codes([await simulator.send(text)])).toEqual([131047]);
    await simulator.receive({ type: 'sticker' });
    expect(codes([await simulator.send(text)])).toEqual([0]);
  });

  it('is of one pair only and does not concern templates', async () => {
    await simulator.control('POST', '/switches', { window: 'sync' });
    const other = await simulator.api(
      'POST',
      '/messages',
      { messaging_product: 'whatsapp', to: '5511955550111', ...text },
      'demo-key-493023125100',
    );
    expect(codes([other])).toEqual([131047]);
    const template = { type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } };
    expect(codes([await simulator.send({ ...template, to: '491713920012' })])).toEqual([0]);
  });
});

describe('people who cannot be reached', () => {
  const statusOf = async (wamid: string, customer: string) => {
    await simulator.control('POST', '/clock', { advanceMs: 500 });
    const chat = await simulator.control('GET', `/customers/${customer}/chats/551155550100`);
    return chat.json.messages.find((message: Loose) => message.wamid === wamid);
  };

  it.each([
    ['not on WhatsApp', { onWhatsApp: false }, 131026],
    ['who blocked the number', { blocked: ['+55 11 5555-0100'] }, 131026],
  ])('fails later to somebody %s', async (_title, change, code) => {
    await simulator.control('PATCH', '/customers/5511955550111', change);
    const { json } = await simulator.send(text);
    expect(await statusOf(json.messages[0].id, '5511955550111')).toMatchObject({
      status: 'failed',
      errors: [{ code }],
    });
  });

  it('fails marketing to who stopped it', async () => {
    await simulator.control('PATCH', '/customers/962790000013', { marketingStopped: true });
    const { json } = await simulator.send({
      to: '962790000013',
      type: 'template',
      template: {
        name: 'welcome_back',
        language: { code: 'ar' },
        components: [{ type: 'body', parameters: [{ type: 'text', text: 'ليلى' }] }],
      },
    });
    expect(await statusOf(json.messages[0].id, '962790000013')).toMatchObject({ errors: [{ code: 131050 }] });
  });

  it('treats strangers as told', async () => {
    await simulator.control('POST', '/switches', { unknownRecipients: 'undeliverable', window: 'off' });
    const { json } = await simulator.send({ ...text, to: '+49 171 3920099' });
    expect(await statusOf(json.messages[0].id, '491713920099')).toMatchObject({ errors: [{ code: 131026 }] });
  });

  it('does not reach somebody under a number that was given up', async () => {
    await simulator.receive({ type: 'number-change', wa_id: '5511955550177' });
    const { json } = await simulator.send(text);
    expect(await statusOf(json.messages[0].id, '5511955550177')).toMatchObject({ errors: [{ code: 131026 }] });
  });

  it('sends no authentication template to a business-scoped id', async () => {
    const { json } = await simulator.send({
      to: undefined,
      recipient: 'US.1000000000000155',
      type: 'template',
      template: {
        name: 'verification_code',
        language: { code: 'en_US' },
        components: [
          { type: 'body', parameters: [{ type: 'text', text: '123456' }] },
          { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: '123456' }] },
        ],
      },
    });
    expect(json.error.code).toBe(131062);
  });
});
