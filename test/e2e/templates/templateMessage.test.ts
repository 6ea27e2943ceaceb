import { answering } from '../../handlers/inbound/media/support';
import { aboutTicket, askForTemplate, getsTicket, wrongTemplateRequests } from '../support/templateRequests';
import { connectDemoNumber, templatesRead } from '../support/connectDemoNumber';
import { conversationOf, conversationWith } from '../support/conversationWith';
import { faultsOf } from '../support/clients/openApi';
import { refuseToStore } from '../support/instances/durableStore';
import type { SimulatedPhone, SimulatedRequest } from '../support/clients/SimulatorClient';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import { StatusReceiver } from '../support/clients/StatusReceiver';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';

// `POST templateMessage`, the published contract and what is ours besides.

const HOUR = 3_600_000;

let workbench: TestWorkbench;
let receiver: StatusReceiver;
let number: string;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  receiver = await StatusReceiver.open();
  number = await connectDemoNumber(workbench);
  await workbench.setSettings({ message_status_endpoint: receiver.url, message_status_private: true });
  await templatesRead(workbench);
});
afterEach(() => workbench.sim.clearFaults());
afterAll(async () => {
  receiver.close();
  await workbench.stop();
});

const ask = (body: unknown, headers?: Record<string, string>) => askForTemplate(workbench, body, headers);
const about = (ticket: string, ...phones: string[]) => aboutTicket(number, ticket, ...phones);
const gets = (phone: SimulatedPhone, ticket: string) => getsTicket(phone, number, ticket);

const templatesOn = async (phone: SimulatedPhone) =>
  (await phone.received(number)).filter(({ message }) => message.type === 'template');

const isOptOutOf =
  ({ customer }: SimulatedPhone) =>
  ({ data }: { data: Record<string, unknown> }) =>
    data['kind'] === 'opt-out' && JSON.stringify(data).includes(customer.waId ?? 'nobody');

/** The statuses of a ticket that reached the status endpoint. */
const heardOf = (ticket: string) => receiver.received.filter(({ body }) => String(body['message']).includes(ticket));

describe('a request that is wrong', () => {
  const right = () => about('T-never', '+5511955550777');
  test.each(wrongTemplateRequests(right))(
    'with %s is refused in the words of the contract, and nothing is sent',
    async (_what, body, error) => {
      await workbench.sim.clearRequests();
      const answer = await ask(body());
      expect(answer).toMatchObject({
        status: 400,
        body: { success: false, error: expect.stringContaining(error) as string },
      });
      expect(await workbench.sim.sends()).toEqual([]);
    },
  );
});

// Whoever may send templates could otherwise have this server ask any machine of its network.
test('a file by link is fetched by nobody here: its address goes to WhatsApp as it is', async () => {
  const there = await answering(200, {});
  try {
    const phone = await workbench.sim.customer({ name: 'Lina Link' });
    const link = `${there.url}/T-lina.pdf`;
    const text = (value: string) => ({ type: 'text', text: value });
    const components = [
      { type: 'header', parameters: [{ type: 'document', document: { link } }] },
      { type: 'body', parameters: [text('Lina'), text('T-lina')] },
    ];
    const template = { name: 'receipt', language: { code: 'en_US', policy: 'deterministic' }, components };
    const request = { ...about('', phone.customer.waId ?? ''), template };
    expect(await ask(request)).toMatchObject({ status: 200 });
    const { message } = await phone.receive(number, (each) => each.message.type === 'template');
    expect(JSON.stringify(message)).toContain(link);
    await workbench.idle();
    expect(there.got).toEqual([]);
  } finally {
    await there.stop();
  }
});

test('what goes wrong here is told in the words of the contract, and the same request goes out once it can', async () => {
  const phone = await workbench.sim.customer({ name: 'Fiona Fault' });
  const key = { 'Idempotency-Key': 'order-500' };
  const request = about('T-fiona', phone.customer.waId ?? '');
  const takeAgain = refuseToStore(workbench.dataDir, 'records', 'T-fiona');
  expect(await ask(request, key)).toMatchObject({
    status: 500,
    body: {
      success: false,
      error: expect.stringMatching(/^Error occurred while processing request\. Details: \S/) as string,
    },
  });
  takeAgain();
  expect(await templatesOn(phone)).toEqual([]);
  expect(await ask(request, key)).toMatchObject({ status: 200, body: { success: true } });
  await gets(phone, 'T-fiona');
  expect(await templatesOn(phone)).toHaveLength(1);
});

test.each([
  ['with a plus', (digits: string) => `+${digits}`],
  ['as digits', (digits: string) => digits],
  ['as people write it', (digits: string) => `00${digits.slice(0, 2)} (${digits.slice(2, 4)}) ${digits.slice(4)}`],
])('the sender may be written %s', async (spelling, write) => {
  const phone = await workbench.sim.customer({ name: `Reader ${spelling}` });
  const ticket = `T-${spelling}`;
  const request = { ...about(ticket, phone.customer.waId ?? ''), connectedWhatsAppNo: write(number) };
  expect(await ask(request)).toMatchObject({ status: 200, body: { success: true } });
  await gets(phone, ticket);
});

test('somebody who never wrote gets it, the status endpoint hears of it, and the answer goes to whom was asked for', async () => {
  const phone = await workbench.sim.customer({ name: 'Rosa Stranger' });
  const { body } = await ask({ ...about('T-rosa', `+${phone.customer.waId}`), targetAgent: 'agent2' });
  expect(body).toEqual({ success: true });
  const { wamid } = await gets(phone, 'T-rosa');
  const report = await waitFor(
    () => heardOf('T-rosa').find(({ body: { MessageStatus } }) => MessageStatus === 'delivered'),
    {
      what: 'the report',
    },
  );
  expect(faultsOf(report.body, 'StatusReport')).toEqual([]);
  expect(report.body).toMatchObject({
    msId: wamid,
    type: 'Template-Message',
    templateName: 'ticket_update',
    mobileNo: phone.customer.waId,
    connectedWhatsAppNo: number,
  });
  await phone.say(number, 'Yes, what is it?');
  const { agent, room } = await conversationOf(workbench, 'Rosa Stranger');
  expect(agent.username).toBe('agent2');
  await agent.findMessage(room._id, 'Yes, what is it?');
  const told = await agent.findMessage(room._id, 'T-rosa');
  expect(told.msg).toContain('Template ticket_update (en) was sent to the customer');
  expect(told.msg).toContain('Hello Ana, there is news about your ticket #T-rosa');
});

test('one that did not arrive is not told as sent when the customer writes', async () => {
  const phone = await workbench.sim.customer({ name: 'Nina Unreached' });
  await workbench.sim.fault('status-failed', { code: 131049 }, { times: 1 });
  await ask(about('T-nina', phone.customer.waId ?? ''));
  await waitFor(() => heardOf('T-nina').find(({ body }) => body['MessageStatus'] === 'failed'), {
    what: 'the failure',
  });
  await workbench.idle();
  await phone.say(number, 'Good morning');
  const { agent, room } = await conversationOf(workbench, 'Nina Unreached');
  await agent.findMessage(room._id, 'Good morning');
  expect((await agent.messages(room._id)).filter(({ msg }) => msg.includes('T-nina'))).toEqual([]);
});

test('in an open conversation the agents see what the customer saw', async () => {
  const { phone, agent, room } = await conversationWith(workbench, number, 'Ivo Open');
  await ask({ ...about('T-ivo', phone.customer.waId ?? ''), targetAgent: 'agent1' });
  await gets(phone, 'T-ivo');
  const shown = await agent.findMessage(room, 'T-ivo');
  expect(shown.msg).toContain('▫️ Yes, please');
});

test('one whose window is open or not gets it, one who wrote STOP does not', async () => {
  const { phone } = await conversationWith(workbench, number, 'Stan Stop');
  await phone.say(number, 'STOP');
  await phone.receive(number, 'START');
  const { body } = await ask({ ...about('T-stan', phone.customer.waId ?? ''), results: 'detailed' });
  const [result] = body.results ?? [];
  expect(result).toMatchObject({ status: 'failed', error: expect.stringContaining('no messages') as string });
  expect(await templatesOn(phone)).toEqual([]);
});

test('phones that are none are told without their plus, and the others get it once each', async () => {
  const phone = await workbench.sim.customer({ name: 'Zoe Twice' });
  const waId = phone.customer.waId ?? '';
  const { body } = await ask({ ...about('T-zoe', `+${waId}`, '+12', 'x', waId), results: 'detailed' });
  expect(body.invalidContacts).toEqual(['12', 'x']);
  const { wamid } = await gets(phone, 'T-zoe');
  expect(body.results).toEqual([
    { phoneNumber: waId, status: 'sent', msId: wamid },
    expect.objectContaining({ phoneNumber: '12', status: 'invalid' }),
    expect.objectContaining({ phoneNumber: 'x', status: 'invalid' }),
  ]);
  expect(await templatesOn(phone)).toHaveLength(1);
});

test('whom WhatsApp says at once that it does not know is among the invalid contacts', async () => {
  const phone = await workbench.sim.customer({ name: 'Nobody There' });
  await workbench.sim.fault('error-code', { code: 131026 }, { times: 1 });
  const { body } = await ask(about('T-nobody', phone.customer.waId ?? ''));
  expect(body).toEqual({ success: true, invalidContacts: [phone.customer.waId] });
  const report = await waitFor(() => heardOf('T-nobody')[0], { what: 'the report' });
  expect(report.body).toMatchObject({ MessageStatus: 'failed', type: 'Template-Message', errorCode: 131026 });
});

describe('an Idempotency-Key', () => {
  test('has the same request answered the same, and sent once', async () => {
    const phone = await workbench.sim.customer({ name: 'Ida Once' });
    const request = { ...about('T-ida', phone.customer.waId ?? '', '+12'), results: 'detailed' };
    const key = { 'Idempotency-Key': 'order-4711' };
    const [first, second] = await Promise.all([ask(request, key), ask(request, key)]);
    await gets(phone, 'T-ida');
    const third = await ask(request, key);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(third.body.invalidContacts).toEqual(['12']);
    expect(third.body.results?.[0]).toMatchObject({ status: 'sent' });
    expect(await templatesOn(phone)).toHaveLength(1);
  });

  test('tells what became since of who had to wait', async () => {
    const sent = await workbench.sim.customer({ name: 'Ines Late' });
    const failed = await workbench.sim.customer({ name: 'Ian Never' });
    const key = { 'Idempotency-Key': 'order-4713' };
    const waIds = [sent, failed].map(({ customer }) => customer.waId ?? '');
    const request = { ...about('T-late', ...waIds), results: 'detailed' };
    await workbench.sim.fault('throttled', { shape: 'error', on: 'send' }, { times: 2 });
    const { body } = await ask(request, key);
    expect(body.results?.map(({ status }) => status)).toEqual(['queued', 'queued']);
    await failed.say(number, 'STOP');
    await waitFor(async () => (await workbench.records()).some(isOptOutOf(failed)), { what: 'the wish to be noted' });
    await workbench.travel(2);
    await gets(sent, 'T-late');
    const results = await waitFor(
      async () => {
        const { body: again } = await ask(request, key);
        return again.results?.every(({ status }) => status !== 'queued') && again.results;
      },
      { what: 'nobody to wait any more' },
    );
    expect(results).toMatchObject([
      { phoneNumber: waIds[0], status: 'sent', msId: expect.any(String) },
      { phoneNumber: waIds[1], status: 'failed', error: expect.stringContaining('wants no messages') },
    ]);
    expect(await templatesOn(sent)).toHaveLength(1);
    expect(await templatesOn(failed)).toHaveLength(0);
  });

  test('does not stand for another request', async () => {
    const phone = await workbench.sim.customer({ name: 'Ike Other' });
    const key = { 'Idempotency-Key': 'order-4712' };
    await ask(about('T-ike', phone.customer.waId ?? ''), key);
    expect(await ask(about('T-ike-2', phone.customer.waId ?? ''), key)).toMatchObject({ status: 400 });
  });
});

describe('where the settings ask for more than the private address', () => {
  afterAll(() => workbench.setSettings({ template_access: 'address' }));
  const right = (ticket: string) => about(ticket, '+5511955550778');

  test('a secret is compared, and an empty one opens to nobody', async () => {
    await workbench.setSettings({ template_access: 'secret', template_secret: '' });
    expect((await ask(right('T-s1'), { 'X-Template-Secret': '' })).status).toBe(401);
    await workbench.setSettings({ template_secret: 'secret-for-templates' });
    expect(await ask(right('T-s2'))).toMatchObject({ status: 401, body: { success: false } });
    expect((await ask(right('T-s3'), { 'X-Template-Secret': 'another' })).status).toBe(401);
    expect((await ask(right('T-s4'), { 'X-Template-Secret': 'secret-for-templates' })).status).toBe(200);
  });

  test('a login needs a role of the settings', async () => {
    await workbench.setSettings({ template_access: 'login', template_roles: 'admin, livechat-manager' });
    expect((await ask(right('T-l1'))).status).toBe(401);
    const as = async (name: string) => ask(right(`T-${name}`), (await workbench.as(name)).http.headers);
    expect((await as('agent1')).status).toBe(403);
    expect((await as('admin')).status).toBe(200);
  });
});

/** Requests to send this ticket, by whom they went to. */
async function sentTo(ticket: string): Promise<string[]> {
  const requests = await workbench.sim.http.get<SimulatedRequest[]>('/requests', { limit: 1_000 });
  const isIt = ({ requestBody }: SimulatedRequest) =>
    requestBody && JSON.stringify(requestBody).includes(`"${ticket}"`);
  return requests.filter(isIt).map(({ requestBody }) => String(requestBody?.['to']));
}

/** The app's records of a job's people. */
async function outcomes(): Promise<(string | undefined)[]> {
  const batches = (await workbench.records()).filter(({ data }) => data['kind'] === 'template-batch');
  type Person = { waId: string; outcome?: { state: string } };
  return batches
    .flatMap(({ data }) => data['people'] as Person[])
    .filter(({ waId }) => waId.startsWith('551195557'))
    .map(({ outcome }) => outcome?.state);
}

const isQueueEmpty = async () => (await workbench.records()).every(({ data }) => data['kind'] !== 'template-queued');
const phones = (from: number, many: number) => Array.from({ length: many }, (_, at) => `55119555${from + at}`);

describe('many phones', () => {
  // Their statuses are another test's matter.
  beforeAll(async () => {
    await workbench.setSettings({ message_status_endpoint: '' });
    await workbench.sim.http.post('/switches', { sentAfterMs: HOUR, deliveredAfterMs: HOUR, readAfterMs: null });
  });

  test('250 phones are answered before all have it, what a kill interrupts goes on after the start, and nobody gets it twice', async () => {
    const waIds = phones(70_000, 250);
    const { body } = await ask({ ...about('T-many', ...waIds), results: 'detailed' });
    expect(body.results).toHaveLength(250);
    expect(body.results?.map(({ status }) => status)).toContain('queued');
    const counted = (await workbench.roundTrips('templateMessage')).at(-1);
    // As many as are sent before the answer; no more than one by one would cost.
    expect(counted?.total).toBeLessThanOrEqual(6 * 250);
    await workbench.kill();
    // Meanwhile the lease of the killed process ends.
    await workbench.restart({ later: 1 });
    await waitFor(isQueueEmpty, { what: 'the rest to be sent', timeout: 30_000 });
    const reached = await sentTo('T-many');
    expect(new Set(reached).size).toBe(reached.length);
    const states = await outcomes();
    expect(states).toHaveLength(250);
    // The fate of messages that were on their way is unknown, until a status or the sweep tells it.
    const unknown = states.filter((state) => state === 'uncertain' || state === 'waiting').length;
    expect(unknown).toBeLessThanOrEqual(24);
    expect(states.filter((state) => state === 'sent')).toHaveLength(250 - unknown);
  });
});
