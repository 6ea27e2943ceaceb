import { connectDemoNumber, templatesRead } from '../support/connectDemoNumber';
import { conversationOf } from '../support/conversationWith';
import { refuseToStore } from '../support/instances/durableStore';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';

// Rocket.Chat's own dialog “Outbound message”, by the calls that its client makes.

let workbench: TestWorkbench;
let number: string;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  await workbench.sim.http.post('/templates', { templates: manyTemplates });
  number = await connectDemoNumber(workbench);
  await templatesRead(workbench);
});
afterEach(() => workbench.sim.clearFaults());
afterAll(() => workbench.stop());

/** More templates than are offered, behind the others in the alphabet. */
const MOST = 500;
const manyTemplates = Array.from({ length: MOST }, (_, at) => ({
  name: `zz_notice_${at}`,
  language: 'en',
  category: 'UTILITY',
  components: [{ type: 'BODY', text: `Notice ${at}` }],
}));

const path = () => `/api/v1/omnichannel/outbound/providers`;
const send = async (message: object, by = 'manager') =>
  (await workbench.as(by)).http.request<{ success: boolean }>('POST', `${path()}/${workbench.appId}/message`, {
    type: 'template',
    templateProviderPhoneNumber: `+${number}`,
    ...message,
  });
const template = (name: string, language: string, components: object[]) => ({
  template: { name, language: { code: language }, components },
});
const parameters = (...texts: string[]) => texts.map((text) => ({ type: 'text', text }));
const ticket = (id: string, customer = 'Otto') =>
  template('ticket_update', 'en', [{ type: 'body', parameters: parameters(customer, id) }]);
const idOf = async (username: string) => (await workbench.as(username)).userId;
const departmentId = async (name: string) => {
  const { http } = await workbench.as('manager');
  const { departments } = await http.get<{ departments: { _id: string; name: string }[] }>(
    '/api/v1/livechat/department',
  );
  return departments.find((each) => each.name === name)?._id;
};

/** The app's direct messages to a user. */
async function directMessages(agent: TestClient): Promise<string[]> {
  const rooms = (await agent.rooms()).filter(({ t }) => t === 'd');
  const read = ({ _id: roomId }: { _id: string }) =>
    agent.http.get<{ messages: { msg: string }[] }>('/api/v1/im.messages', { roomId, count: 100 });
  return (await Promise.all(rooms.map(read))).flatMap(({ messages }) => messages.map(({ msg }) => msg));
}

test('providers are offered where the engine has them, with the templates that their dialog can fill in', async () => {
  const { http } = await workbench.as('agent1');
  if (workbench.server === '7.8') {
    // Such a server has no endpoint to ask, and the app starts without it.
    expect(await http.request('GET', path())).toMatchObject({ status: 404 });
    return;
  }
  const { providers } = await http.get<{ providers: object[] }>(path(), { type: 'phone' });
  expect(providers).toEqual([
    {
      providerId: workbench.appId,
      providerName: 'WhatsApp 360Dialog (Cloud API)',
      providerType: 'phone',
      supportsTemplates: true,
    },
  ]);
  type Offered = {
    id: string;
    name: string;
    qualityScore: { score: string };
    components: { type: string; format?: string; text?: string }[];
  };
  const ask = () =>
    http.get<{ metadata: { templates: Record<string, Offered[]> } }>(`${path()}/${workbench.appId}/metadata`);
  const { metadata } = await ask();
  expect(Object.keys(metadata.templates)).toEqual([`+${number}`]);
  const offered = Object.values(metadata.templates).flat();
  const ids = offered.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  // It is all asked for at each opening.
  expect(ids).toHaveLength(MOST);
  expect(ids).toEqual(expect.arrayContaining(['ticket_update.en', 'ticket_update.de', 'recipe_video.en_US']));
  // Values for buttons, cards, offers and codes have no place in the dialog; what is not approved cannot be sent.
  for (const hidden of ['order_update', 'coupon', 'weekend_deal', 'new_arrivals', 'verification_code', 'daily_offer']) {
    expect(offered.map(({ name }) => name)).not.toContain(hidden);
  }
  // The server's schema wants capitals, whatever its types say.
  expect(offered.filter(({ qualityScore: { score } }) => !/^(GREEN|YELLOW|RED|UNKNOWN)$/.test(score))).toEqual([]);
  const parts = offered.flatMap(({ components }) => components);
  expect(parts.every(({ type, format = '' }) => type === type.toLowerCase() && format === format.toLowerCase())).toBe(
    true,
  );
  // A header without a format would be shown as a file; one of a file could not be sent, so that its address is asked for.
  expect(parts.filter(({ type, format }) => type === 'header' && format !== 'text')).toEqual([]);
  const video = offered.find(({ name }) => name === 'recipe_video');
  expect(video?.components[0]).toMatchObject({ text: 'Video in the header: {{web address of the file}}' });
  // The dialog asks at each opening: one read of the templates, whatever is remembered of the rest.
  await ask();
  await workbench.clearRoundTrips();
  await ask();
  const [asked] = await workbench.roundTrips('getProviderMetadata');
  expect(asked?.total).toBeLessThanOrEqual(2);
});

test('templates are sent with names and files as WhatsApp wants them, parts without values left out', async () => {
  if (workbench.server === '7.8') return;
  const phone = await workbench.sim.customer({ name: 'Otto Outbound' });
  const to = `+${phone.customer.waId}`;
  const video = (...header: object[]) =>
    template('recipe_video', 'en_US', [
      { type: 'header', parameters: header },
      { type: 'body', parameters: parameters('Otto') },
    ]);
  // As the client sends what it asks for as a file: the server refuses its format.
  const file = { type: 'media', link: 'https://example.com/file.mp4', format: 'video' };
  expect(await send({ to, ...video(file) })).toMatchObject({ status: 400 });
  expect(await send({ to, ...video(...parameters('https://example.com/bread.mp4')) })).toMatchObject({ status: 200 });
  await phone.receive(number, 'https://example.com/bread.mp4');
  expect(await send({ to, ...video({ type: 'media', link: 'https://example.com/cake.mp4' }) })).toMatchObject({
    status: 200,
  });
  await phone.receive(number, 'https://example.com/cake.mp4');
  const plain = template('hello_world', 'en_US', [
    { type: 'header', parameters: [] },
    { type: 'body', parameters: [] },
    { type: 'footer', parameters: [] },
  ]);
  expect(await send({ to, ...plain })).toMatchObject({ status: 200 });
  const shown = await phone.receive(number, ({ message }) => JSON.stringify(message).includes('hello_world'));
  expect(JSON.stringify(shown.message)).not.toContain('parameters');
});

test.each([
  ['with blanks and brackets', (waId: string) => `+${waId.slice(0, 2)} (${waId.slice(2, 4)}) ${waId.slice(4)}`],
  ['with zeros', (waId: string) => `00${waId}`],
  ['as bare digits', (waId: string) => waId],
])('a contact’s phone may be written %s', async (spelling, write) => {
  if (workbench.server === '7.8') return;
  const phone = await workbench.sim.customer({ name: `Wanda ${spelling}` });
  expect(await send({ to: write(phone.customer.waId ?? ''), ...ticket(`T-${spelling}`) })).toMatchObject({
    status: 200,
  });
  await phone.receive(number, `T-${spelling}`);
});

test.each<[string, { agent?: string; department?: string }, { servedBy?: string; department?: string }]>([
  ['an agent', { agent: 'agent2' }, { servedBy: 'agent2' }],
  ['a department', { department: 'Support' }, { servedBy: 'agent2', department: 'Support' }],
  ['an agent of a department', { agent: 'agent1', department: 'Sales' }, { servedBy: 'agent1', department: 'Sales' }],
  ['nobody', {}, {}],
])('the answer goes to %s that was chosen', async (whom, { agent, department }, expected) => {
  if (workbench.server === '7.8') return;
  const name = `Rita ${whom}`;
  const phone = await workbench.sim.customer({ name });
  // A cleared choice comes as an empty text.
  const message = {
    to: `+${phone.customer.waId}`,
    agentId: agent ? await idOf(agent) : '',
    departmentId: department ? await departmentId(department) : '',
    ...ticket(`T-${whom}`),
  };
  expect(await send(message)).toMatchObject({ status: 200 });
  await phone.receive(number, `T-${whom}`);
  await phone.say(number, `Thank you, says ${whom}`);
  const answered = await conversationOf(workbench, name);
  await answered.agent.findMessage(answered.room._id, `Thank you, says ${whom}`);
  await answered.agent.findMessage(answered.room._id, `T-${whom}`);
  if (expected.servedBy) expect(answered.room.servedBy?.username).toBe(expected.servedBy);
  if (expected.department) expect(answered.room.departmentId).toBe(await departmentId(expected.department));
  await workbench.idle();
  const texts = (await answered.agent.messages(answered.room._id)).map(({ msg }) => msg);
  expect(texts.filter((text) => text.includes('asked for'))).toEqual([]);
});

describe('the dialog says of every failure only that it failed; its agent reads why', () => {
  const toSomebody = async (ticketId: string) => {
    const phone = await workbench.sim.customer({ name: ticketId });
    return { to: `+${phone.customer.waId}`, ...ticket(ticketId, ticketId) };
  };
  test.each<[string, () => Promise<object>, RegExp]>([
    ['a phone that is none', async () => ({ to: '12', ...ticket('T-12') }), /to \S*12, who.*phone number/s],
    [
      'a number that is not connected any more',
      async () => ({ ...(await toSomebody('T-gone')), templateProviderPhoneNumber: '+493012345678' }),
      /ticket_update”.*not connected/s,
    ],
    [
      'a template that is gone',
      async () => ({ ...(await toSomebody('T-lost')), ...template('no_such_template', 'en', []) }),
      /no_such_template”.*This template is not there any more/s,
    ],
    [
      'a value with a line break',
      async () => ({ ...(await toSomebody('T-break')), ...ticket('T-break', 'A\nB') }),
      /ticket_update”.*body\.customer_name: .*line break/s,
    ],
    [
      'a header’s file that is no web address',
      async () => ({
        ...(await toSomebody('T-file')),
        ...template('recipe_video', 'en_US', [
          { type: 'header', parameters: parameters('bread.mp4') },
          { type: 'body', parameters: parameters('Otto') },
        ]),
      }),
      /recipe_video”.*neither a web address/s,
    ],
    [
      'what WhatsApp refuses',
      async () => {
        await workbench.sim.fault('error-code', { code: 131042 }, { times: 1 });
        return toSomebody('T-paid');
      },
      /T-paid.*131042/s,
    ],
  ])('%s', async (_what, message, told) => {
    if (workbench.server === '7.8') return;
    const agent = await workbench.as('agent2');
    const answer = await send({ agentId: agent.userId, ...(await message()) });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    await waitFor(async () => (await directMessages(agent)).find((text) => told.test(text)), {
      what: `a direct message like ${told.source}`,
    });
  });

  test('what goes wrong in the app before anything is sent', async () => {
    if (workbench.server === '7.8') return;
    const agent = await workbench.as('agent2');
    const phone = await workbench.sim.customer({ name: 'Stine Store' });
    const message = { to: `+${phone.customer.waId}`, agentId: agent.userId, ...ticket('T-store') };
    const takeAgain = refuseToStore(workbench.dataDir, 'records', 'T-store');
    expect((await send(message)).status).toBeGreaterThanOrEqual(400);
    takeAgain();
    const isAboutStine = (text: string) => text.replace(/\D/g, '').includes(phone.customer.waId ?? 'nobody');
    const told = await waitFor(async () => (await directMessages(agent)).find(isAboutStine), {
      what: 'a direct message about Stine',
    });
    expect(told).toMatch(/ticket_update”.*Something went wrong in this app/s);
    expect(await phone.received(number)).toEqual([]);
    expect(await send(message)).toMatchObject({ status: 200 });
    await phone.receive(number, 'T-store');
  });
});
