import { ProbeHost } from '../support/ProbeHost';
import { silenceEngine } from '../support/silenceEngine';

silenceEngine();

const SOURCE = { type: 'app', id: 'app', alias: 'App' } as const;

describe('what the server keeps from apps', () => {
  let probe: ProbeHost;
  let count = 0;

  beforeAll(async () => {
    probe = await ProbeHost.start();
  });
  afterAll(() => probe.stop());

  async function written(agent?: string) {
    const { visitors, livechat, messages } = probe.workspace;
    const visitor = visitors.register({ token: `t${++count}`, username: `55${count}`, name: 'Ann' });
    const room = await livechat.request({ visitor, source: SOURCE, ...(agent && { agent: probe.user(agent) }) });
    const { _id } = await messages.sendAsVisitor(visitor, { rid: room._id, msg: 'hello?' });
    return { rid: room._id, messageId: _id };
  }

  const REACT = `const { id } = await read.getUserReader().getAppUser();
    await modify.getUpdater().getMessageUpdater().addReaction(input.messageId, id, ':wave:')`;
  const reactions = (id: string) => Object.keys(probe.workspace.messages.find(id)?.reactions ?? {});

  it('lets an app’s user react only in the public queue, until its role may see all conversations', async () => {
    const { settings } = probe.workspace;
    const taken = await written('agent1');
    await expect(probe.run(REACT, taken)).rejects.toThrow('Not Authorized');
    settings.set('Livechat_Routing_Method', 'Manual_Selection');
    const department = probe.workspace.departments.list().find(({ showOnRegistration }) => showOnRegistration);
    const queued = await written();
    const inquiry = probe.workspace.inquiries.findByRoom(queued.rid)!;
    expect(inquiry).toMatchObject({ status: 'queued', department: department!._id });
    await expect(probe.run(REACT, queued)).rejects.toThrow('Not Authorized');
    probe.workspace.inquiries.put({ ...inquiry, department: undefined });
    await probe.run(REACT, queued);
    expect(reactions(queued.messageId)).toEqual([':wave:']);
    settings.set('Workbench_Role_App_Has_View_Livechat_Rooms', true);
    await probe.run(REACT, taken);
    expect(reactions(taken.messageId)).toEqual([':wave:']);
    settings.set('Livechat_Routing_Method', 'Auto_Selection');
  });

  it('leaves system messages out of a room’s messages', async () => {
    const { rid } = await written('agent1');
    expect(probe.workspace.messages.history(rid).total).toBeGreaterThan(1);
    const texts = `const messages = await read.getRoomReader().getMessages(input, { limit: 100, sort: { createdAt: 'asc' } });
      return messages.map(({ text }) => text)`;
    await expect(probe.run(texts, rid)).resolves.toEqual(['hello?']);
  });

  it('hides a setting that the host hides, unless the permission names it', async () => {
    const read = `const settings = read.getEnvironmentReader().getServerSettings();
      return settings.getValueById(input)`;
    await expect(probe.run(read, 'Message_MaxAllowedSize')).resolves.toBe(5000);
    const setting = probe.workspace.settings.find('Message_MaxAllowedSize')!;
    probe.store.settings.put({ ...setting, hidden: true });
    await expect(probe.run(read, 'Message_MaxAllowedSize')).rejects.toThrow('is not readable');
    probe.store.settings.put(setting);
  });

  it('keeps id and time of a message that only one person sees', async () => {
    const seen: unknown[] = [];
    const stop = probe.workspace.events.subscribe((event) => {
      if (event.type === 'ephemeral') seen.push(event.message);
    });
    const { rid } = await written('agent1');
    const at = new Date(Date.now() - 3_600_000);
    const notify = `const notifier = modify.getNotifier();
      const room = await read.getRoomReader().getById(input.rid);
      const sender = await read.getUserReader().getAppUser();
      const message = { room, sender, text: 'read', id: 'tick', createdAt: new Date(input.at) };
      await notifier.notifyUser({ id: input.uid }, message)`;
    await probe.run(notify, { rid, uid: probe.user('agent1')._id, at: at.toISOString() });
    stop();
    expect(seen).toEqual([expect.objectContaining({ _id: 'tick', ts: at, msg: 'read', private: true })]);
    expect(probe.workspace.messages.find('tick')).toBeUndefined();
  });

  it('refuses the app’s texts over the limit, and times that are a minute off', async () => {
    const { rid } = await written('agent1');
    const post = `const room = await read.getRoomReader().getById(input.rid);
      const builder = modify.getCreator().startMessage().setRoom(room).setText(input.text);
      if (input.at) builder.setData({ ...builder.getMessage(), createdAt: new Date(input.at) });
      return modify.getCreator().finish(builder)`;
    await expect(probe.run(post, { rid, text: 'x'.repeat(5001) })).rejects.toThrow('Message_MaxAllowedSize');
    const at = new Date(Date.now() - 61_000).toISOString();
    await expect(probe.run(post, { rid, text: 'late', at })).rejects.toThrow('out of sync');
  });

  it('tells of two messages in the order of its liking, where the workbench is asked to', async () => {
    const { rid } = await written('agent1');
    probe.workspace.settings.set('Workbench_Events_Overtake', true);
    await probe.events();
    for (const msg of ['one', 'two']) await probe.workspace.messages.send(probe.user('agent1'), { rid, msg });
    const told = await probe.events('IPostMessageSent');
    probe.workspace.settings.set('Workbench_Events_Overtake', false);
    expect(told.map(({ payload }) => payload.text)).toEqual(['two', 'one']);
  });
});
