import { connectDemoNumber } from './support/connectDemoNumber';
import { conversationOf } from './support/conversationOf';
import { startTestWorkbench } from './support/startTestWorkbench';
import type { TestWorkbench } from './support/TestWorkbench';
import { waitFor } from './support/waitFor';

// Rocket.Chat's own dialog “Outbound message”, by the calls that its client makes.

let workbench: TestWorkbench;
let number: string;

beforeAll(async () => {
  workbench = await startTestWorkbench();
  number = await connectDemoNumber(workbench);
  const isRead = ({ data }: { data: Record<string, unknown> }) => data['kind'] === 'templates' && 'readAt' in data;
  await waitFor(async () => (await workbench.records()).some(isRead), { what: 'the templates of the number' });
});
afterEach(() => workbench.sim.clearFaults());
afterAll(() => workbench.stop());

const path = () => `/api/v1/omnichannel/outbound/providers`;
const send = async (message: object) =>
  (await workbench.as('agent1')).http.request<{ success: boolean }>('POST', `${path()}/${workbench.appId}/message`, {
    type: 'template',
    templateProviderPhoneNumber: `+${number}`,
    ...message,
  });
const template = (name: string, language: string, components: object[]) => ({
  template: { name, language: { code: language }, components },
});
const parameters = (...texts: string[]) => texts.map((text) => ({ type: 'text', text }));

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
  type Offered = { id: string; name: string; status: string; components: { type: string; format?: string }[] };
  const { metadata } = await http.get<{ metadata: { templates: Record<string, Offered[]> } }>(
    `${path()}/${workbench.appId}/metadata`,
  );
  expect(Object.keys(metadata.templates)).toEqual([`+${number}`]);
  const offered = Object.values(metadata.templates).flat();
  const ids = offered.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining(['ticket_update.en', 'ticket_update.de', 'recipe_video.en_US']));
  // Values for buttons, cards, offers and codes have no place in the dialog; what is not approved cannot be sent.
  for (const hidden of ['order_update', 'coupon', 'weekend_deal', 'new_arrivals', 'verification_code', 'daily_offer']) {
    expect(offered.map(({ name }) => name)).not.toContain(hidden);
  }
  const headers = offered.flatMap(({ components }) => components.filter(({ type }) => type === 'header'));
  expect(headers.every(({ format }) => format !== undefined && format === format.toLowerCase())).toBe(true);
});

test('templates are sent with names and files as WhatsApp wants them, and the answer goes to whom was chosen', async () => {
  if (workbench.server === '7.8') return;
  const phone = await workbench.sim.customer({ name: 'Otto Outbound' });
  const { userId } = await workbench.as('agent2');
  const to = `+${phone.customer.waId}`;
  const ticket = template('ticket_update', 'en', [{ type: 'body', parameters: parameters('Otto', 'T-otto') }]);
  expect(await send({ to, agentId: userId, ...ticket })).toMatchObject({ status: 200 });
  await phone.receive(number, 'T-otto');
  const media = { type: 'media', link: 'https://example.com/bread.mp4', format: 'video' };
  const video = template('recipe_video', 'en_US', [
    { type: 'header', parameters: [media] },
    { type: 'body', parameters: parameters('Otto') },
  ]);
  expect(await send({ to, ...video })).toMatchObject({ status: 200 });
  await phone.receive(number, 'https://example.com/bread.mp4');
  await phone.say(number, 'Thank you');
  const { agent, room } = await conversationOf(workbench, 'Otto Outbound');
  expect(agent.username).toBe('agent2');
  await agent.findMessage(room._id, 'T-otto');
});

test('what administrators hide is not offered, and not sent either', async () => {
  if (workbench.server === '7.8') return;
  const phone = await workbench.sim.customer({ name: 'Hugo Hidden' });
  await workbench.setSettings({ hidden_templates: 'ticket_*' });
  try {
    const { http } = await workbench.as('agent1');
    type Offer = { metadata: { templates: Record<string, { name: string }[]> } };
    const { metadata } = await http.get<Offer>(`${path()}/${workbench.appId}/metadata`);
    const names = Object.values(metadata.templates).flatMap((each) => each.map(({ name }) => name));
    expect(names).toContain('recipe_video');
    expect(names).not.toContain('ticket_update');
    const ticket = template('ticket_update', 'en', [{ type: 'body', parameters: parameters('Hugo', 'T-hugo') }]);
    const answer = await send({ to: `+${phone.customer.waId}`, ...ticket });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await phone.received(number)).toEqual([]);
  } finally {
    await workbench.setSettings({ hidden_templates: '' });
  }
});

test('those that fail are told to the agent in words', async () => {
  if (workbench.server === '7.8') return;
  const phone = await workbench.sim.customer({ name: 'Paul Paused' });
  const agent = await workbench.as('agent2');
  await workbench.sim.fault('error-code', { code: 131042 }, { times: 1 });
  const ticket = template('ticket_update', 'en', [{ type: 'body', parameters: parameters('Paul', 'T-paul') }]);
  const answer = await send({ to: `+${phone.customer.waId}`, agentId: agent.userId, ...ticket });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  const told = await waitFor(
    async () => {
      const rooms = (await agent.rooms()).filter(({ t }) => t === 'd');
      for (const { _id } of rooms) {
        const { messages } = await agent.http.get<{ messages: { msg: string }[] }>('/api/v1/im.messages', {
          roomId: _id,
        });
        const found = messages.find(({ msg }) => msg.includes('T-paul'));
        if (found) return found;
      }
      return undefined;
    },
    { what: 'a direct message about the failure' },
  );
  expect(told.msg).toContain('131042');
});
