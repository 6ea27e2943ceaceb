import { SERVER_TRAITS } from '../../src/server/serverTraits';
import { openStore } from '../../src/store/Store';
import type { SourceDocument } from '../../src/workspace/documents/RoomDocument';
import type { VisitorDocument } from '../../src/workspace/documents/VisitorDocument';
import { openWorkspace } from '../../src/workspace/openWorkspace';
import type { Workspace } from '../../src/workspace/Workspace';

describe('livechat', () => {
  const SOURCE: SourceDocument = { type: 'app', id: 'app', alias: 'App', label: '+551', destination: '+551' };

  describe('conversations', () => {
    const store = openStore({ memory: true });
    let workspace: Workspace;
    let visitor: VisitorDocument;
    let count = 0;

    beforeEach(() => {
      workspace = openWorkspace({ store, siteUrl: 'http://localhost' });
      workspace.settings.set('Livechat_Routing_Method', 'Auto_Selection');
      workspace.settings.set('Livechat_accept_chats_with_no_agents', false);
      workspace.settings.set('Livechat_enabled', true);
      for (const name of ['agent1', 'agent2']) available(name, true);
      count += 1;
      visitor = workspace.visitors.register({
        token: `t${count}`,
        username: `u${count}`,
        name: 'Ann',
        phone: `+${count}`,
      });
    });

    afterAll(() => store.close());

    const user = (name: string) => workspace.users.findByUsername(name)!;
    const department = (name: string) => workspace.departments.findByIdOrName(name)!._id;
    const available = (name: string, yes: boolean) =>
      workspace.agents.setAvailability(user(name)._id, yes ? 'available' : 'not-available');
    const types = (rid: string) =>
      workspace.messages
        .history(rid)
        .messages.reverse()
        .map(({ t, msg }) => t ?? msg);

    it('takes the first department that is open to all and online when the visitor has none', async () => {
      const room = await workspace.livechat.request({ visitor, source: SOURCE });
      expect(room).toMatchObject({
        t: 'l',
        open: true,
        departmentId: department('Sales'),
        source: SOURCE,
        fname: 'Ann',
      });
      expect(room.servedBy).toBeDefined();
      expect(types(room._id)).toEqual(['livechat-started', 'command', 'uj']);
    });

    it('gives new conversations to who has the fewest', async () => {
      const busy = (name: string) => workspace.livechat.openRoomsOfAgent(user(name)._id).length;
      const second = workspace.visitors.register({ token: `second${count}` });
      await workspace.livechat.request({ visitor, source: SOURCE });
      await workspace.livechat.request({ visitor: second, source: SOURCE });
      expect(Math.abs(busy('agent1') - busy('agent2'))).toBeLessThanOrEqual(1);
    });

    it('queues with manual routing, until somebody takes it', async () => {
      workspace.settings.set('Livechat_Routing_Method', 'Manual_Selection');
      const support = { ...visitor, department: department('Support') };
      const room = await workspace.livechat.request({ visitor: support, source: SOURCE, message: 'hi' });
      expect(room.servedBy).toBeUndefined();
      const inquiry = workspace.inquiries.findByRoom(room._id)!;
      expect(inquiry).toMatchObject({ status: 'queued', message: 'hi', department: department('Support') });
      expect(workspace.inquiries.listFor(user('agent1')).inquiries.map(({ rid }) => rid)).not.toContain(room._id);
      expect(workspace.inquiries.listFor(user('agent2')).inquiries.map(({ rid }) => rid)).toContain(room._id);
      const taken = await workspace.inquiries.take(inquiry._id, user('agent2'));
      expect(taken.servedBy?.username).toBe('agent2');
      await expect(workspace.inquiries.take(inquiry._id, user('agent1'))).rejects.toThrow('error-inquiry-taken');
    });

    it('refuses when nobody is online, unless chats are taken without agents', async () => {
      for (const name of ['agent1', 'agent2']) available(name, false);
      expect(workspace.agents.anyoneOnline()).toBe(false);
      await expect(workspace.livechat.request({ visitor, source: SOURCE })).rejects.toThrow('no-agent-online');
      workspace.settings.set('Livechat_accept_chats_with_no_agents', true);
      expect(workspace.agents.anyoneOnline()).toBe(true);
      const room = await workspace.livechat.request({ visitor, source: SOURCE });
      expect(room.servedBy).toBeUndefined();
      expect(workspace.inquiries.findByRoom(room._id)?.status).toBe('ready');
    });

    it('refuses an asked-for agent who is offline, though others are there', async () => {
      available('agent1', false);
      await expect(workspace.livechat.request({ visitor, source: SOURCE, agent: user('agent1') })).rejects.toThrow(
        'no-agent-online',
      );
      const room = await workspace.livechat.request({ visitor, source: SOURCE, agent: user('agent2') });
      expect(room.servedBy?.username).toBe('agent2');
      expect(room.departmentId).toBeUndefined();
    });

    it('uses the fallback of a department where nobody is', async () => {
      const sales = workspace.departments.findByIdOrName('Sales')!;
      const night = workspace.departments.save({ name: `Night ${count}`, fallbackForwardDepartment: sales._id }, []);
      expect(workspace.agents.anyoneOnline(night._id)).toBe(true);
      const room = await workspace.livechat.request({ visitor: { ...visitor, department: night._id }, source: SOURCE });
      expect(room.departmentId).toBe(sales._id);
    });

    it('makes a bare room without a word for a message to a closed one', async () => {
      const room = await workspace.livechat.request({ visitor, source: SOURCE });
      await workspace.livechat.close(room._id, { user: user('agent1') }, { comment: 'done' });
      const bare = { type: 'app', id: 'app', alias: 'slug' } as const;
      const sent = await workspace.livechat.sendMessage(visitor, { rid: room._id, msg: 'again' }, bare);
      expect(sent.rid).not.toBe(room._id);
      expect(workspace.rooms.find(sent.rid)?.source).toEqual(bare);
    });

    it('refuses another visitor’s room', async () => {
      const room = await workspace.livechat.request({ visitor, source: SOURCE });
      const stranger = workspace.visitors.register({ token: `s${count}` });
      await expect(workspace.livechat.sendMessage(stranger, { rid: room._id, msg: 'x' }, SOURCE)).rejects.toThrow(
        'cannot-access-room',
      );
    });

    it('finds open rooms of all channels, and no closed ones', async () => {
      // Later servers allow a visitor one open room.
      workspace = openWorkspace({ store, siteUrl: 'http://localhost', traits: SERVER_TRAITS['8.2'] });
      const one = await workspace.livechat.request({ visitor, source: SOURCE });
      const other = await workspace.livechat.request({ visitor, source: { type: 'widget' } });
      await workspace.livechat.close(one._id, { user: user('agent1') }, { comment: 'done' });
      expect(workspace.livechat.openRoomsOfVisitor(visitor.token).map(({ _id }) => _id)).toEqual([other._id]);
    });

    it('closes once, with a comment, and says so in the room', async () => {
      const room = await workspace.livechat.request({ visitor, source: SOURCE });
      const agent = user('agent1');
      await expect(workspace.livechat.close(room._id, { user: agent })).rejects.toThrow('error-comment-is-required');
      const closed = await workspace.livechat.close(room._id, { user: agent }, { comment: 'bye', tags: ['x'] });
      expect(closed).toMatchObject({ closer: 'user', closedBy: { username: 'agent1' }, tags: ['x'] });
      expect(closed.open).toBeUndefined();
      expect(types(room._id).at(-1)).toBe('livechat-close');
      expect(workspace.inquiries.findByRoom(room._id)).toBeUndefined();
      await expect(workspace.livechat.close(room._id, { user: agent }, { comment: 'x' })).rejects.toThrow(
        'error-room-closed',
      );
      await expect(workspace.messages.send(agent, { rid: room._id, msg: 'late' })).rejects.toThrow('room_is_closed');
    });

    it('is put on hold and resumed, by an agent or by the visitor’s next message; the room says so', async () => {
      const room = await workspace.livechat.request({ visitor, source: SOURCE, agent: user('agent1') });
      const held = () => workspace.rooms.find(room._id)?.onHold;
      await workspace.livechat.hold(room._id, user('agent1'), 'waits for the baker');
      expect(held()).toBe(true);
      await expect(workspace.livechat.hold(room._id, user('agent1'), '')).rejects.toThrow('already-on-hold');
      await workspace.livechat.resume(room._id, user('agent1'), 'the baker is back');
      await expect(workspace.livechat.resume(room._id, user('agent1'), '')).rejects.toThrow('not-on-hold');
      await workspace.livechat.hold(room._id, user('agent1'), 'again');
      await workspace.livechat.sendMessage(visitor, { rid: room._id, msg: 'hello?' }, SOURCE);
      expect(held()).toBeUndefined();
      expect(types(room._id).filter((type) => type.includes('hold'))).toEqual([
        'omnichannel_placed_chat_on_hold',
        'omnichannel_on_hold_chat_resumed',
        'omnichannel_placed_chat_on_hold',
        'omnichannel_on_hold_chat_resumed',
      ]);
    });

    it('demands tags where the department does', async () => {
      const strict = workspace.departments.save({ name: `Strict ${count}`, requestTagBeforeClosingChat: true }, [
        user('agent1')._id,
      ]);
      const room = await workspace.livechat.request({
        visitor: { ...visitor, department: strict._id },
        source: SOURCE,
      });
      await expect(workspace.livechat.close(room._id, { user: user('agent1') }, { comment: 'x' })).rejects.toThrow(
        'error-tags-must-be-assigned-before-closing-chat',
      );
    });

    it('keeps when the visitor last wrote, and who waits for whom', async () => {
      const room = await workspace.livechat.request({ visitor, source: SOURCE, agent: user('agent2') });
      expect(workspace.rooms.find(room._id)?.v?.lastMessageTs).toBeUndefined();
      const ts = new Date('2026-01-02T03:04:05Z');
      await workspace.messages.sendAsVisitor(visitor, { rid: room._id, msg: 'hi', ts });
      expect(workspace.rooms.find(room._id)).toMatchObject({ v: { lastMessageTs: ts }, waitingResponse: true });
      await workspace.messages.send(user('agent2'), { rid: room._id, msg: 'hello' });
      expect(workspace.rooms.find(room._id)?.waitingResponse).toBeUndefined();
      expect(workspace.rooms.find(room._id)).toMatchObject({ responseBy: { username: 'agent2' } });
    });

    it('hands on to agents and departments by the rules', async () => {
      const room = await workspace.livechat.request({ visitor, source: SOURCE, agent: user('agent1') });
      const by = { _id: user('admin')._id, username: 'admin', userType: 'user' as const };
      const to = (name: string) => workspace.livechat.transfer(room._id, { toUser: user(name), by });
      await expect(to('agent1')).rejects.toThrow('error-selected-agent-room-agent-are-same');
      available('agent2', false);
      await expect(to('agent2')).rejects.toThrow('error-user-is-offline');
      available('agent2', true);
      await expect(to('agent2')).resolves.toBe(true);
      expect(workspace.rooms.find(room._id)?.servedBy?.username).toBe('agent2');
      expect(workspace.rooms.members(room._id).map(({ username }) => username)).toEqual(['agent2']);

      const move = (toDepartmentId: string) => workspace.livechat.transfer(room._id, { toDepartmentId, by });
      await expect(move('nowhere')).rejects.toThrow('error-invalid-department');
      // Support has agent2 alone, who serves the room: nobody new can take it.
      await expect(move(department('Support'))).rejects.toThrow('error-no-agents-online-in-department');
      available('agent2', false);
      await expect(move(department('Sales'))).resolves.toBe(true);
      expect(workspace.rooms.find(room._id)).toMatchObject({
        departmentId: department('Sales'),
        servedBy: { username: 'agent1' },
      });
      await expect(move(department('Sales'))).rejects.toThrow('error-forwarding-chat-same-department');
    });

    it('returns a conversation to the queue', async () => {
      const room = await workspace.livechat.request({ visitor, source: SOURCE, agent: user('agent1') });
      await workspace.livechat.returnToQueue(room._id, user('agent1'));
      expect(workspace.rooms.find(room._id)?.servedBy).toBeUndefined();
      expect(workspace.inquiries.findByRoom(room._id)?.status).toBe('queued');
    });

    it('makes the visitor a channel of a contact, and refuses when that is blocked', async () => {
      const typed = workspace.contacts.create({ name: 'Ann Typed', phones: [`+${count}`] });
      const room = await workspace.livechat.request({ visitor, source: SOURCE });
      expect(room.contactId).toBe(typed._id);
      expect(workspace.contacts.find(typed._id)?.channels).toMatchObject([
        { name: '+551', verified: false, visitor: { visitorId: visitor._id, source: { type: 'app', id: 'app' } } },
      ]);
      workspace.contacts.verify(typed._id, 'phone', `+${count}`, visitor._id, room);
      expect(workspace.contacts.find(typed._id)?.channels).toMatchObject([{ verified: true, field: 'phone' }]);
      workspace.contacts.setBlocked(typed._id, visitor._id, true);
      await expect(workspace.livechat.request({ visitor, source: SOURCE })).rejects.toThrow(
        'error-contact-channel-blocked',
      );
      await expect(workspace.livechat.sendMessage(visitor, { rid: room._id, msg: 'x' }, SOURCE)).rejects.toThrow(
        'error-contact-channel-blocked',
      );
    });

    it('is off when omnichannel is', async () => {
      workspace.settings.set('Livechat_enabled', false);
      await expect(workspace.livechat.request({ visitor, source: SOURCE })).rejects.toThrow(
        'error-omnichannel-is-disabled',
      );
    });
  });
});

describe('visitors', () => {
  const store = openStore({ memory: true });
  const { visitors, departments } = openWorkspace({ store, siteUrl: 'http://localhost' });

  afterAll(() => store.close());

  it('finds the visitor with the identical phone, who keeps the own token and username', () => {
    const first = visitors.register({ token: 't1', username: '491', name: 'Ann', phone: '+491' });
    const again = visitors.register({ token: 't2', username: 'other', name: 'Anna', phone: '+491' });
    expect(again).toMatchObject({ _id: first._id, token: 't1', username: '491', name: 'Anna' });
    expect(visitors.findByToken('t2')).toBeUndefined();
  });

  it('takes another spelling of the phone for another visitor', () => {
    const spelled = visitors.register({ token: 't3', username: '491', phone: '491' });
    expect(spelled.token).toBe('t3');
    expect(visitors.findByPhone('+491')?._id).not.toBe(spelled._id);
  });

  it('finds the visitor of a token before that of a phone', () => {
    const own = visitors.register({ token: 't4', username: 'own', phone: '+494' });
    expect(visitors.register({ token: 't4', username: 'x', phone: '+491' })._id).toBe(own._id);
  });

  it('gives a new visitor a username when none is asked for', () => {
    expect(visitors.register({ token: 't5' }).username).toMatch(/^guest-\d+$/);
  });

  it('takes a department by name or id, and refuses an unknown one', () => {
    const sales = departments.findByIdOrName('Sales')!;
    expect(visitors.register({ token: 't6', department: 'Sales' }).department).toBe(sales._id);
    expect(() => visitors.register({ token: 't7', department: 'Nowhere' })).toThrow('error-invalid-department');
  });

  it('knows outer ids whichever app gave them, one an app', () => {
    const { _id } = visitors.register({ token: 't8', externalIds: [{ appId: 'a', entityId: 'US.1' }] });
    expect(visitors.findByExternalId('US.1')?._id).toBe(_id);
    visitors.attachExternalId(_id, { appId: 'a', entityId: 'US.2', metadata: { username: '@ann' } });
    visitors.attachExternalId(_id, { appId: 'b', entityId: 'X' });
    expect(visitors.findByExternalId('US.1')).toBeUndefined();
    expect(visitors.find(_id)?.externalIds).toEqual([
      { appId: 'a', entityId: 'US.2', metadata: { username: '@ann' } },
      { appId: 'b', entityId: 'X' },
    ]);
  });
});
