import { connectDemoNumber } from '../support/connectDemoNumber';
import { conversationOf, conversationWith } from '../support/conversationWith';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';
import { openBehind, stored, withRoles } from '../support/instances/durableStore';

// Texts to customers and agents when a conversation is closed or moved, and when a message is edited or deleted.

const GOODBYE = 'Goodbye, and thank you!';

let workbench: TestWorkbench;
let number: string;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  number = await connectDemoNumber(workbench, { 'Conversation Finished Message (optional)': GOODBYE });
});

afterAll(() => workbench.stop());

interface Conversation {
  agent: TestClient;
  room: string;
}

/** Until the app has dealt with the end of a conversation. */
async function dealtWith(room: string): Promise<void> {
  await waitFor(
    async () => (await workbench.records()).every(({ data }) => data.roomId !== room || data.kind !== 'room'),
    { what: 'the app to have dealt with the end of the conversation' },
  );
  await workbench.idle();
}

describe('the closing text', () => {
  test.each<[string, string[], boolean]>([
    ['a person', ['user', 'livechat-agent'], true],
    ['a manager’s own account', ['user', 'livechat-agent', 'livechat-manager'], true],
    ['a plain user with the role of a bot', ['user', 'livechat-agent', 'bot'], false],
  ])('goes to the customer where %s closes: %s', async (who, roles, isSent) => {
    const { phone, agent, room } = await conversationWith(workbench, number, `Closed by ${who}`);
    await agent.send(room, 'That is all');
    await phone.receive(number, 'That is all');
    await withRoles(workbench, agent.username, roles, () => agent.close(room, 'Done'));
    await dealtWith(room);
    const texts = (await phone.received(number)).map(({ message }) => message.text?.body);
    expect(texts).toEqual(isSent ? ['That is all', GOODBYE] : ['That is all']);
  });

  test('does not go where Rocket.Chat itself closes after a silence', async () => {
    await workbench.setServerSetting('Livechat_abandoned_rooms_action', 'close');
    await workbench.setServerSetting('Livechat_visitor_inactivity_timeout', 600);
    const { phone, agent, room } = await conversationWith(workbench, number, 'Silent Sven');
    await agent.send(room, 'Are you still there?');
    await phone.receive(number, 'Are you still there?');
    await workbench.travel(12);
    await workbench.setServerSetting('Livechat_abandoned_rooms_action', 'none');
    await dealtWith(room);
    const closed = { _id: room, closer: 'user', closedBy: { _id: 'rocket.cat', username: 'rocket.cat' } };
    expect(stored(workbench, 'rooms')).toContainEqual(expect.objectContaining(closed) as unknown);
    expect((await phone.received(number)).map(({ message }) => message.text?.body)).toEqual(['Are you still there?']);
  });

  test('does not go to a contact who was blocked', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Blocked before the end');
    const { store, workspace } = openBehind(workbench, workbench.dataDir);
    const { contactId = '', v } = store.rooms.get(room) ?? {};
    workspace.contacts.setBlocked(contactId, v?._id ?? '', true);
    store.close();
    await agent.close(room, 'Blocked');
    await dealtWith(room);
    expect((await phone.received(number)).map(({ message }) => message.text?.body)).toEqual([]);
  });

  test('goes to nobody where a conversation is held, resumed, forwarded or given back', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Hana Sato');
    const other = await workbench.as(agent.username === 'agent1' ? 'agent2' : 'agent1');
    await agent.send(room, 'One moment');
    await phone.receive(number, 'One moment');
    await agent.http.post('/api/v1/livechat/room.onHold', { roomId: room });
    await agent.http.post('/api/v1/livechat/room.resumeOnHold', { roomId: room });
    await agent.http.post('/api/v1/livechat/room.forward', { roomId: room, userId: other.userId });
    await other.http.post('/api/v1/livechat/inquiries.returnAsInquiry', { roomId: room });
    await workbench.idle();
    expect((await phone.received(number)).map(({ message }) => message.text?.body)).toEqual(['One moment']);
  });

  test('does not go, and is no failure, after the customer service window', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Iris Blum');
    await workbench.travel(25 * 60);
    await agent.close(room, 'No answer');
    await dealtWith(room);
    expect(await phone.received(number)).toEqual([]);
    const setup = await (await workbench.as('admin')).messages('omnichannel-whatsapp-cloud-api-setup');
    expect(setup.filter(({ msg }) => msg.includes(GOODBYE))).toEqual([]);
  });
});

test('what is written, answered and closed in rooms that are not of WhatsApp reaches no customer', async () => {
  const { phone, agent, room } = await conversationWith(workbench, number, 'Lea Roth');
  const token = 'a-visitor-of-the-web';
  await workbench.http.post('/api/v1/livechat/visitor', { visitor: { token, name: 'Web Visitor' } });
  await workbench.http.get(`/api/v1/livechat/room?token=${token}`);
  const web = await conversationOf(workbench, 'Web Visitor');
  const admin = await workbench.as('admin');
  await web.agent.send(web.room._id, 'Only for the web');
  await admin.send('omnichannel-whatsapp-cloud-api-setup', 'Only for colleagues');
  await web.agent.close(web.room._id, 'Done');
  await workbench.idle();
  await agent.send(room, 'For Lea');
  await phone.receive(number, 'For Lea');
  await workbench.idle();
  expect((await phone.received(number)).map(({ message }) => message.text?.body)).toEqual(['For Lea']);
  const all = JSON.stringify(await workbench.sim.requests());
  expect(all).toContain('For Lea');
  expect(all).not.toContain('Only for the web');
  expect(all).not.toContain('Only for colleagues');
});

describe('an edit that customers do not see is told', () => {
  const UNSEEN = 'The customer does not see this change';

  const told = async ({ agent, room }: Conversation) =>
    (await agent.messages(room)).filter(({ msg }) => msg.includes(UNSEEN)).length;

  test('once a message, also after a restart, and not where its words stay as they were sent', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Jan Vos');
    const sent = await agent.send(room, 'We open at nine');
    await phone.receive(number, 'We open at nine');
    await workbench.idle();
    await agent.edit(sent, 'We open at nine');
    await workbench.idle();
    expect(await told({ agent, room })).toBe(0);
    await agent.edit(sent, 'We open at eight');
    await agent.findMessage(room, UNSEEN);
    await workbench.idle();
    await workbench.restart();
    const again = await workbench.as(agent.username);
    await again.edit(sent, 'We open at seven');
    await workbench.idle();
    expect(await told({ agent: again, room })).toBe(1);
  });

  test('never of what a bot edits or deletes', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Kai Lund');
    const sent = await agent.send(room, 'Choose one');
    await phone.receive(number, 'Choose one');
    await workbench.idle();
    await withRoles(workbench, agent.username, ['user', 'livechat-agent', 'bot'], async () => {
      await agent.edit(sent, 'Chosen');
      await workbench.idle();
      await agent.remove(sent);
      await workbench.idle();
    });
    const notes = (await agent.messages(room)).filter(({ msg }) => msg.startsWith(':information_source:'));
    expect(notes).toEqual([]);
  });
});
