import { SERVER_TRAITS } from '../../../workbench/src/server/serverTraits';
import { connectDemoNumber } from '../support/connectDemoNumber';
import { conversationOf, conversationWith } from '../support/conversationWith';
import type { SimulatedPhone } from '../support/clients/SimulatorClient';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import { textWebhook } from '../support/webhookBodies';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';

let workbench: TestWorkbench;
let number: string;
let phone: SimulatedPhone;
let agent: TestClient;
let room: string;

beforeAll(async () => {
  workbench = await startTestWorkbench();
  number = await connectDemoNumber(workbench);
  ({ phone, agent, room } = await conversationWith(workbench, number, 'Layla Haddad'));
});

afterAll(() => workbench.stop());

test.each([
  ['marks of WhatsApp', { type: 'text', text: { body: '*bold* and _soft_' } }, /\*bold\* and _soft_/],
  [
    'a location',
    { type: 'location', location: { latitude: -23.55, longitude: -46.63, name: 'Padaria Sol' } },
    /Padaria Sol[^]*-23\.55/,
  ],
  [
    'a contact',
    { type: 'contacts', contacts: [{ name: { formatted_name: 'Maria' }, phones: [{ phone: '+5511988887777' }] }] },
    /Maria[^]*tel:/,
  ],
  [
    'the choice from a list',
    { type: 'interactive', interactive: { type: 'list_reply', list_reply: { id: 'a', title: 'Tomorrow morning' } } },
    /Tomorrow morning/,
  ],
  [
    'a permission to call at any time',
    { type: 'call-permission', call_permission: { is_permanent: true } },
    /📞 The customer allows you to call them at any time/,
  ],
  [
    'the permission to call back that a call of the customer brings',
    { type: 'call-permission', call_permission: { response_source: 'automatic' } },
    /📞 The customer called, so you may call them back until/,
  ],
  ['the tap on a template button', { type: 'button', button: { text: 'Yes, please', payload: 'yes' } }, /Yes, please/],
  [
    'what WhatsApp does not hand on',
    { type: 'unsupported', errors: [{ code: 131051, title: 'x' }] },
    /WhatsApp does not|not supported|cannot/i,
  ],
])('%s reads well in the room', async (_what, message, expected) => {
  await phone.send(number, message);
  const shown = await agent.findMessage(room, expected);
  expect(shown.u.name).toBe('Layla Haddad');
});

test('a reaction stands on the very message where the app may see the conversation, and goes when it is taken away', async () => {
  await workbench.setServerSetting('Workbench_Role_App_Has_View_Livechat_Rooms', true);
  const { wamid } = await phone.say(number, 'React to this');
  await agent.findMessage(room, 'React to this');
  await workbench.idle();
  await phone.send(number, { type: 'reaction', reaction: { message_id: wamid, emoji: '👍' } });
  if (!SERVER_TRAITS[workbench.server].reactsByUpdater) {
    // Its engine does not let apps react: a line says it.
    await agent.findMessage(room, ({ msg }) => msg.includes('👍'));
    return;
  }
  await waitFor(async () => {
    const message = await agent.findMessage(room, 'React to this');
    return Object.keys(message.reactions ?? {}).includes(':thumbsup:');
  });
  await phone.send(number, { type: 'reaction', reaction: { message_id: wamid, emoji: '' } });
  await waitFor(async () => {
    const message = await agent.findMessage(room, 'React to this');
    return Object.keys(message.reactions ?? {}).length === 0;
  });
});

test('a quote is shown by the workspace itself', async () => {
  const answer = await agent.send(room, 'We open at eight.');
  const shown = await phone.receive(number, 'We open at eight.');
  await workbench.idle();
  await phone.send(number, { type: 'text', text: { body: 'On Sundays too?' }, context: { id: shown.wamid } });
  const message = await agent.findMessage(room, 'On Sundays too?');
  expect(JSON.stringify(message.attachments)).toContain('We open at eight.');
  expect(message.msg).toContain(answer._id);
});

test('an edit keeps what was there before, and a deletion keeps the text', async () => {
  const { wamid } = await phone.say(number, 'I want two');
  await agent.findMessage(room, 'I want two');
  await workbench.idle();
  await phone.send(number, {
    type: 'edit',
    edit: { original_message_id: wamid, message: { type: 'text', text: { body: 'I want three' } } },
  });
  const edited = await agent.findMessage(room, 'I want three');
  expect(edited.msg).toContain('I want two');
  await phone.send(number, { type: 'revoke', revoke: { original_message_id: wamid } });
  const deleted = await agent.findMessage(
    room,
    (message) => message._id === edited._id && /deleted/i.test(message.msg),
  );
  expect(deleted.msg).toContain('I want three');
});

test('a reaction to another customer’s message is told where it was given, and leaves theirs as it was', async () => {
  await workbench.setServerSetting('Workbench_Role_App_Has_View_Livechat_Rooms', true);
  const other = await conversationWith(workbench, number, 'Reacting Stranger');
  const { wamid } = await other.phone.say(number, 'This is only mine.');
  const { _id: id } = await other.agent.findMessage(other.room, 'This is only mine.');
  await workbench.idle();
  const react = (by: SimulatedPhone, emoji: string) =>
    by.send(number, { type: 'reaction', reaction: { message_id: wamid, emoji } });
  const isUpdated = SERVER_TRAITS[workbench.server].reactsByUpdater;
  const shown = async () => {
    const message = await other.agent.findMessage(other.room, ({ _id }) => _id === id);
    return Object.keys(message.reactions ?? {}).join();
  };
  await react(other.phone, '👍');
  await (isUpdated
    ? waitFor(async () => (await shown()) === ':thumbsup:')
    : other.agent.findMessage(other.room, /reacted with 👍/));
  await react(phone, '😢');
  const told = await agent.findMessage(room, ({ msg }) => msg.includes('😢'));
  expect(told.msg).not.toContain('only mine');
  expect(await shown()).toBe(isUpdated ? ':thumbsup:' : '');
  await react(other.phone, '');
  await (isUpdated
    ? waitFor(async () => (await shown()) === '')
    : other.agent.findMessage(other.room, /> This is only mine\.$/));
});

test('an edit that names an agent’s message or another customer’s changes neither', async () => {
  const other = await conversationWith(workbench, number, 'Edited Stranger');
  const answer = await agent.send(room, 'Our price is 80.');
  const { wamid: ofAgent } = await phone.receive(number, 'Our price is 80.');
  const { wamid: ofStranger } = await other.phone.say(number, 'Mine is secret.');
  const before = await other.agent.findMessage(other.room, 'Mine is secret.');
  await workbench.idle();
  for (const [target, body] of [
    [ofAgent, 'Our price is 8.'],
    [ofStranger, 'Mine is public.'],
  ]) {
    const edit = { original_message_id: target, message: { type: 'text', text: { body } } };
    await phone.send(number, { type: 'edit', edit });
    // It is told as what the customer says now, and quotes nobody.
    const told = await agent.findMessage(room, (message) => message.msg.includes(body ?? ''));
    expect(told.msg).toBe(`✏️ _An earlier message was edited. It now says:_\n${body}`);
  }
  expect(await agent.findMessage(room, ({ _id }) => _id === answer._id)).toMatchObject({ msg: 'Our price is 80.' });
  const after = await other.agent.findMessage(other.room, ({ _id }) => _id === before._id);
  expect(after.msg).toBe('Mine is secret.');
});

test.each([
  [
    'an edit of what is not known here',
    'Rosa Lima',
    { type: 'edit', edit: { original_message_id: 'wamid.old', message: { type: 'text', text: { body: 'At nine' } } } },
    'At nine',
  ],
  [
    'a reaction to what was sent from elsewhere',
    'Omar Said',
    { type: 'reaction', reaction: { message_id: 'wamid.campaign', emoji: '👍' } },
    '👍',
  ],
])('%s is not lost when it is the first that a customer sends', async (_what, name, message, expected) => {
  const first = await workbench.sim.customer({ name });
  await first.send(number, message);
  const conversation = await conversationOf(workbench, name);
  await conversation.agent.findMessage(conversation.room._id, expected);
});

test('an edited caption says what it said before, behind its file', async () => {
  const file = {
    base64: Buffer.from('%PDF-1.4\n%%EOF').toString('base64'),
    mime: 'application/pdf',
    filename: 'a.pdf',
  };
  const { wamid } = await phone.send(number, { type: 'document', document: { caption: 'Sign page one' } }, { file });
  const caption = await agent.findMessage(room, 'Sign page one');
  await workbench.idle();
  const message = { type: 'document', document: { id: '1', caption: 'Sign page two' } };
  await phone.send(number, { type: 'edit', edit: { original_message_id: wamid, message } });
  const edited = await agent.findMessage(room, 'Sign page two');
  expect(edited._id).toBe(caption._id);
  expect(edited.msg).toContain('Sign page one');
});

test('a text that is too long for a message of the workspace comes in several', async () => {
  const words = Array.from({ length: 1_400 }, (_, index) => `word${index}`);
  await phone.send(number, { type: 'echo', message: { type: 'text', text: { body: words.join(' ') } } });
  await agent.findMessage(room, 'word1399');
  const said = (await agent.messages(room)).filter(({ msg }) => /word\d/.test(msg)).map(({ msg }) => msg);
  expect(said.length).toBeGreaterThan(1);
  expect(said.join(' ').match(/word\d+/g)).toEqual(words);
});

test('the same message delivered again changes nothing', async () => {
  const { wamid } = await phone.say(number, 'Only once');
  await agent.findMessage(room, 'Only once');
  await workbench.idle();
  const body = await repeated(wamid);
  await Promise.all([workbench.sim.webhook(number, body), workbench.sim.webhook(number, body)]);
  await workbench.idle();
  expect((await agent.messages(room)).filter(({ msg }) => msg === 'Only once')).toHaveLength(1);
});

test('a wrong or missing secret is refused, and nothing is stored', async () => {
  for (const headers of [{}, { 'x-whatsapp-webhook-secret': 'guess' }] as Record<string, string>[]) {
    const response = await fetch(workbench.privateUrl('incoming'), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(await repeated('wamid.forged')),
    });
    expect(response.status).toBe(401);
  }
  await workbench.idle();
  expect(JSON.stringify(await workbench.records())).not.toContain('wamid.forged');
});

/** A webhook of this customer's, as 360dialog would repeat it. */
const repeated = (wamid: string) => textWebhook(workbench.sim, number, phone.customer, [{ wamid, body: 'Only once' }]);
