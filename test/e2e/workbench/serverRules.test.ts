import { connectDemoNumber, SETUP, templatesRead } from '../support/connectDemoNumber';
import { conversationOf } from '../support/conversationWith';
import { openBehind } from '../support/instances/durableStore';
import type { Behind } from '../support/instances/durableStore';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';

// Rocket.Chat's rules for an app's messages and reactions: who has answered, whom the licence counts, what is refused.

const WELCOME = 'Welcome to the bakery!';
const LIMIT = 'Workbench_MAC_Limit_Reached';
const PERMISSION = 'Workbench_Role_App_Has_View_Livechat_Rooms';

/** Rocket.Chat's fields about a conversation's answers. */
interface Figures {
  waitingResponse?: boolean;
  responseBy?: { username: string };
  metrics?: { response?: { total: number } };
  v: { activity?: string[] };
}

let workbench: TestWorkbench;
let number: string;
let admin: TestClient;
let behind: Behind;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  number = await connectDemoNumber(workbench, { 'Welcome Message (optional)': WELCOME });
  admin = await workbench.as('admin');
  behind = openBehind(workbench, workbench.dataDir);
});

afterAll(async () => {
  behind.store.close();
  await workbench.stop();
});

/** A customer's first message, welcomed. */
async function welcomed(name: string) {
  const phone = await workbench.sim.customer({ name });
  const { wamid } = await phone.say(number, 'Hello');
  await phone.receive(number, WELCOME);
  const { agent, room } = await conversationOf(workbench, name);
  return { phone, agent, rid: room._id, wamid, welcome: await agent.findMessage(room._id, WELCOME) };
}

async function figures(rid: string): Promise<Figures> {
  const { room } = await admin.http.get<{ room: Figures }>(`/api/v1/rooms.info?roomId=${rid}`);
  return room;
}

async function doctor(): Promise<string> {
  await admin.runCommand('/whatsapp-360d-cloud doctor', SETUP);
  await waitFor(() => admin.modal.isOpen);
  const report = admin.modal.texts.join('\n');
  await admin.modal.cancel();
  return report;
}

test('what the app says by itself is no answer, and makes nobody an active contact', async () => {
  const { phone, agent, rid, wamid } = await welcomed('Quiet');
  await phone.send(number, { type: 'reaction', reaction: { message_id: wamid, emoji: '👍' } });
  await agent.findMessage(rid, ({ msg }) => msg.includes('👍'));
  const before = await figures(rid);
  expect(before.waitingResponse).toBe(true);
  expect(before.responseBy).toBeUndefined();
  expect(before.metrics?.response).toBeUndefined();
  expect(before.v.activity).toBeUndefined();
  await agent.send(rid, 'Good morning!');
  await phone.receive(number, 'Good morning!');
  const after = await figures(rid);
  expect(after.responseBy?.username).toBe(agent.username);
  expect(after.metrics?.response?.total).toBe(1);
  expect(after.v.activity).toHaveLength(1);
});

test('what happens after an answer is posted as news', async () => {
  const { phone, agent, rid, wamid } = await welcomed('Answered');
  await agent.send(rid, 'Good morning!');
  await phone.receive(number, 'Good morning!');
  await phone.send(number, { type: 'reaction', reaction: { message_id: wamid, emoji: '🎉' } });
  const line = await agent.findMessage(rid, ({ msg }) => msg.includes('🎉'));
  expect(line.editedAt).toBeUndefined();
});

test('an admin may want automatic texts to count as answers', async () => {
  await workbench.setSettings({ count_automatic_messages: true });
  const { rid, welcome } = await welcomed('Counted');
  await workbench.setSettings({ count_automatic_messages: false });
  expect(welcome.editedAt).toBeUndefined();
  const { waitingResponse, v } = await figures(rid);
  expect(waitingResponse).toBeUndefined();
  expect(v.activity).toHaveLength(1);
});

test('over the limit of active contacts nothing is lost, and the setup channel hears it once', async () => {
  await workbench.setSettings({ count_automatic_messages: true });
  await workbench.setServerSetting(LIMIT, true);
  for (const name of ['Over one', 'Over two']) {
    const { rid, welcome, agent } = await welcomed(name);
    expect(welcome.editedAt).toBeDefined();
    expect((await figures(rid)).v.activity).toBeUndefined();
    await expect(agent.send(rid, 'Good morning!')).rejects.toThrow('error-mac-limit-reached');
  }
  await workbench.setServerSetting(LIMIT, false);
  await workbench.setSettings({ count_automatic_messages: false });
  await admin.findMessage(SETUP, 'limit of monthly active contacts');
  const told = (await admin.messages(SETUP)).filter(({ msg }) => msg.includes('limit of monthly active contacts'));
  expect(told).toHaveLength(1);
});

test('over that limit who sent a template that fails reads it as a direct message, since a quiet card tells nobody', async () => {
  const { agent, rid } = await welcomed('Over three');
  await templatesRead(workbench);
  await workbench.setServerSetting(LIMIT, true);
  await workbench.sim.fault('status-failed', { code: 131026 }, { times: 1 });
  await agent.runCommand('/whatsapp-360d-cloud send-template', rid);
  await waitFor(() => agent.modal.isOpen, { what: 'the list of templates' });
  await agent.modal.fill('Search', 'hello world');
  await agent.modal.click('Open');
  await agent.modal.click('Use');
  await agent.modal.submit();
  const told = await waitFor(
    async () => {
      for (const { _id } of (await agent.rooms()).filter(({ t }) => t === 'd')) {
        const { messages } = await agent.http.get<{ messages: { msg: string }[] }>('/api/v1/im.messages', {
          roomId: _id,
        });
        const found = messages.find(({ msg }) => msg.includes('Not delivered') && msg.includes('Welcome!'));
        if (found) return found;
      }
      return undefined;
    },
    { what: 'a direct message about the template' },
  );
  expect(told.msg).toContain('WhatsApp could not deliver this.');
  const card = await agent.findMessage(rid, (message) => message.msg.includes('Not delivered'));
  expect(card.editedAt).toBeDefined();
  await workbench.setServerSetting(LIMIT, false);
  await workbench.sim.clearFaults();
});

test('where the app may not see conversations a reaction comes as a line, and the doctor names the permission', async () => {
  const { phone, agent, rid, wamid } = await welcomed('Reacting');
  const react = (emoji: string) => phone.send(number, { type: 'reaction', reaction: { message_id: wamid, emoji } });
  await react('👍');
  await agent.findMessage(rid, ({ msg }) => msg.includes('👍'));
  expect((await agent.findMessage(rid, 'Hello')).reactions).toBeUndefined();
  const { server } = await workbench.http.get<{ server: { reactsByUpdater: boolean } }>('/api/workbench/info');
  // Before 8.4 no permission helps: apps cannot react at all.
  if (!server.reactsByUpdater) return;
  expect(await doctor()).toContain('view-livechat-rooms');
  await workbench.setServerSetting(PERMISSION, true);
  await react('❤️');
  const message = await agent.findMessage(rid, ({ reactions }) => reactions?.[':heart:'] !== undefined);
  expect(message.msg).toBe('Hello');
  await workbench.idle();
  expect(await doctor()).not.toContain('view-livechat-rooms');
  await workbench.setServerSetting(PERMISSION, false);
});

test.each(['@all come here', 'Is anybody *@here*?'])('"%s" of a customer arrives and calls nobody', async (text) => {
  const phone = await workbench.sim.customer({ name: `Caller ${text.length}` });
  await phone.say(number, text);
  const { agent, room } = await conversationOf(workbench, `Caller ${text.length}`);
  const shown = await agent.findMessage(room._id, ({ token, msg }) => token !== undefined && msg.length > 4);
  expect(shown.msg.replace(/[^\w@*? ]/gu, '')).toContain(text.includes('all') ? 'all come here' : 'here');
});

describe('settings of the workspace that its host', () => {
  const READ = ['Site_Url', 'Livechat_enabled', 'Message_MaxAllowedSize'];
  const hide = (hidden: boolean) => {
    for (const id of READ) {
      const setting = behind.workspace.settings.find(id);
      if (setting) behind.store.settings.put({ ...setting, hidden });
    }
    return Promise.resolve();
  };
  const remove = (isAbsent: boolean) =>
    workbench.setServerSetting('Workbench_Settings_Absent_For_Apps', isAbsent ? READ.join(',') : '');

  test.each([
    ['hides can be read all the same', 'Hidden', hide, /^\[ \]\(http\S+\) On Sundays too\?$/],
    ['does not have keep nothing back: a quote has its words', 'Absent', remove, /^> Open at nine\nOn Sundays too\?$/],
  ])('%s', async (_what, name, set, expected) => {
    const { phone, agent, rid } = await welcomed(name);
    await agent.send(rid, 'Open at nine');
    const { wamid } = await phone.receive(number, 'Open at nine');
    await set(true);
    try {
      // By then the app's cache of them is a minute old.
      await workbench.travel(2);
      await phone.send(number, { type: 'text', text: { body: 'On Sundays too?' }, context: { id: wamid } });
      expect((await agent.findMessage(rid, /On Sundays too\?/)).msg).toMatch(expected);
      await agent.send(rid, 'Every day');
      await phone.receive(number, 'Every day');
      expect(await doctor()).not.toContain('Omnichannel is switched off');
    } finally {
      await set(false);
    }
  });
});
