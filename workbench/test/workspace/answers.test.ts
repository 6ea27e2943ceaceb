import { openStore } from '../../src/store/Store';
import { openWorkspace } from '../../src/workspace/openWorkspace';

const SOURCE = { type: 'app', id: 'app', alias: 'App' } as const;
const MONTH = new Date().toISOString().slice(0, 7);

/** Rocket.Chat's rules for who counts as having answered, and the consequences. */
describe('an answer', () => {
  const store = openStore({ memory: true });
  const workspace = openWorkspace({ store, siteUrl: 'http://localhost:3000' });
  const { messages, settings } = workspace;
  const user = (name: string) => workspace.users.findByUsername(name)!;
  const app = { ...user('admin'), _id: 'appUser', username: 'the.bot', type: 'app' as const, roles: ['app'] };
  let count = 0;

  afterAll(() => store.close());

  /** A conversation in which the customer has asked something. */
  async function asked() {
    const visitor = workspace.visitors.register({ token: `t${++count}`, username: `55${count}`, name: 'Ann' });
    const { _id: rid } = await workspace.livechat.request({ visitor, source: SOURCE, agent: user('agent1') });
    const ask = (msg: string) => messages.sendAsVisitor(visitor, { rid, msg });
    await ask('hello?');
    const room = () => workspace.rooms.find(rid)!;
    return { rid, ask, room, contact: () => workspace.contacts.find(room().contactId!)! };
  }

  it('is what anybody but the visitor writes, the app’s user too: the contact is active from then on', async () => {
    const { rid, ask, room, contact } = await asked();
    expect(room().waitingResponse).toBe(true);
    expect(contact().activity).toBeUndefined();
    const welcome = await messages.send(app, { rid, msg: 'Welcome!' });
    expect(room().waitingResponse).toBeUndefined();
    expect(room()).toMatchObject({
      responseBy: { username: 'the.bot', firstResponseTs: welcome.ts },
      metrics: { response: { total: 1 } },
      v: { activity: [MONTH] },
    });
    expect(contact().activity).toEqual([MONTH]);
    await ask('and now?');
    expect(room()).toMatchObject({ waitingResponse: true });
    expect(room().responseBy).toBeUndefined();
  });

  it('is no message that comes as an edited one: it marks nothing and moves nothing', async () => {
    const { rid, room, contact } = await asked();
    const before = room();
    const edited = { editedAt: new Date(), editedBy: { _id: app._id, username: app.username } };
    await messages.send(app, { rid, msg: 'Welcome!', ...edited });
    expect(room()).toEqual(before);
    expect(contact().activity).toBeUndefined();
  });

  it('is no bot’s message where the metrics leave automatic ones out', async () => {
    settings.set('Omnichannel_Metrics_Ignore_Automatic_Messages', true);
    const bot = user('agent1');
    store.users.put({ ...bot, roles: [...bot.roles, 'bot'] });
    const { rid, room } = await asked();
    await messages.send(user('agent1'), { rid, msg: 'beep' });
    expect(room()).toMatchObject({ waitingResponse: true });
    await messages.send(app, { rid, msg: 'the app’s user has role app' });
    expect(room().waitingResponse).toBeUndefined();
    settings.set('Omnichannel_Metrics_Ignore_Automatic_Messages', false);
    store.users.put(bot);
  });

  it('starts the time after which a silent visitor counts as gone, once', async () => {
    const { rid, room } = await asked();
    settings.set('Livechat_abandoned_rooms_action', 'close');
    settings.set('Livechat_visitor_inactivity_timeout', 600);
    const answer = await messages.send(user('agent1'), { rid, msg: 'hello' });
    const goneAt = new Date(answer.ts.getTime() + 600_000);
    expect(room().omnichannel).toEqual({ predictedVisitorAbandonmentAt: goneAt });
    await messages.send(user('agent1'), { rid, msg: 'how can I help?' });
    expect(room().omnichannel).toEqual({ predictedVisitorAbandonmentAt: goneAt });
    settings.set('Livechat_abandoned_rooms_action', 'none');
  });

  it('is refused over the limit of contacts, but for a contact who counts already', async () => {
    const known = await asked();
    await messages.send(user('agent1'), { rid: known.rid, msg: 'hello' });
    const { rid, ask } = await asked();
    settings.set('Workbench_MAC_Limit_Reached', true);
    await expect(messages.send(user('agent1'), { rid, msg: 'hello' })).rejects.toThrow('error-mac-limit-reached');
    await expect(messages.send(app, { rid, msg: 'card' })).rejects.toThrow('error-mac-limit-reached');
    await ask('anybody there?');
    await messages.send(user('agent1'), { rid: known.rid, msg: 'still here' });
    settings.set('Workbench_MAC_Limit_Reached', false);
  });
});

describe('a visitor', () => {
  const store = openStore({ memory: true });
  const workspace = openWorkspace({ store, siteUrl: 'http://localhost:3000' });
  const visitor = workspace.visitors.register({ token: 't', username: '55', name: 'Ann' });

  afterAll(() => store.close());

  it('may not call everybody, unless the message is a minute old', async () => {
    const { _id: rid } = await workspace.livechat.request({ visitor, source: SOURCE });
    const write = (msg: string, ago = 0) =>
      workspace.messages.sendAsVisitor(visitor, { rid, msg, ts: new Date(Date.now() - ago) });
    for (const msg of ['@all', 'hey @here!', '*@all* look'])
      await expect(write(msg)).rejects.toThrow('error-action-not-allowed');
    await write('mail me@all.example, @allen');
    await write('@all', 61_000);
  });
});
