import { ProbeHost, SITE_URL } from '../support/ProbeHost';
import { PROBE_ID } from '../support/probeApp';
import { silenceEngine } from '../support/silenceEngine';

silenceEngine();

/** Makes (or finds) a visitor and a room as a channel app does. */
const OPEN_ROOM = `
const creator = modify.getCreator().getLivechatCreator();
const visitor = await creator.createAndReturnVisitor({
  token: input.token, username: input.phone, name: input.name, phone: [{ phoneNumber: '+' + input.phone }],
  department: input.department,
});
const room = await creator.createRoom(visitor, input.agent, {
  source: { type: 'app', label: '+551', destination: '+551', sidebarIcon: 'whatsapp', defaultIcon: 'whatsapp' },
  customFields: { number: '551' },
});
`;

const POST = `
const builder = modify.getCreator().startLivechatMessage().setRoom(room).setVisitor(visitor).setText(input.text);
if (input.at) builder.getMessage().createdAt = new Date(input.at);
const messageId = await modify.getCreator().finish(builder);
`;

describe('omnichannel as apps see it', () => {
  let probe: ProbeHost;
  let count = 0;
  const guest = () => ({ token: `t${++count}`, phone: `55${count}`, name: 'Ann' });

  beforeAll(async () => {
    probe = await ProbeHost.start();
    probe.workspace.settings.set('Livechat_request_comment_when_closing_conversation', false);
  });

  afterAll(() => probe.stop());

  it('makes a room with the app as its source, and tells of it', async () => {
    const room = await probe.run(`${OPEN_ROOM} return room`, guest());
    expect(room).toMatchObject({
      type: 'l',
      isOpen: true,
      displayName: 'Ann',
      visitor: { username: '551', name: 'Ann', phone: [{ phoneNumber: '+551' }] },
      department: { name: 'Sales' },
      customFields: { number: '551' },
      source: {
        type: 'app',
        id: PROBE_ID,
        alias: 'Probe App',
        label: '+551',
        destination: '+551',
        sidebarIcon: 'whatsapp',
        defaultIcon: 'whatsapp',
      },
    });
    expect(room.servedBy.username).toMatch(/^agent/);
    const events = await probe.events('IPostLivechatRoomStarted', 'IPostLivechatAgentAssigned');
    expect(events.map(({ event }) => event)).toEqual(['IPostLivechatRoomStarted', 'IPostLivechatAgentAssigned']);
    expect(events[1]!.payload).toMatchObject({ room: { id: room.id }, agent: { username: room.servedBy.username } });
  });

  it('takes nothing from a source that is no app, and refuses an unknown agent', async () => {
    const bare = `const creator = modify.getCreator().getLivechatCreator();
      const visitor = await creator.createAndReturnVisitor({ token: 'x', username: 'x', name: 'x' });
      return (await creator.createRoom(visitor, undefined, { source: { type: 'widget', label: 'x' } })).source`;
    await expect(probe.run(bare)).resolves.toEqual({ type: 'app', id: PROBE_ID, alias: 'Probe App' });
    await expect(probe.run(OPEN_ROOM, { ...guest(), agent: { id: 'nobody' } })).rejects.toThrow(
      'The agent with id "nobody" was not found.',
    );
  });

  it('keeps the time of a message, and says who sent it', async () => {
    await probe.events();
    const at = '2026-01-02T03:04:05.000Z';
    const input = { ...guest(), text: 'hi', at };
    const id = await probe.run(`${OPEN_ROOM} ${POST} return messageId`, input);
    const stored = probe.workspace.messages.find(id)!;
    expect(stored).toMatchObject({ msg: 'hi', ts: new Date(at), alias: 'Ann', token: input.token });
    const events = await probe.events('IPostMessageSent');
    expect(events).toMatchObject([
      { payload: { id, text: 'hi', token: input.token, createdAt: at, sender: { username: input.phone } } },
    ]);
    const read = `const message = await read.getMessageReader().getById(input); return message.room.visitorChannelInfo`;
    await expect(probe.run(read, id)).resolves.toMatchObject({ lastMessageTs: new Date(at) });
  });

  it('falls into the bare room for a message to a closed one', async () => {
    const closeAndPost = `${OPEN_ROOM}
      await modify.getUpdater().getLivechatUpdater().closeRoom(room, 'bye', undefined);
      ${POST}
      const message = await read.getMessageReader().getById(messageId);
      return { sameRoom: message.room.id === room.id, source: message.room.source }`;
    await expect(probe.run(closeAndPost, { ...guest(), text: 'again' })).resolves.toEqual({
      sameRoom: false,
      source: { type: 'app', id: PROBE_ID, alias: 'probe' },
    });
    const closed = await probe.events('IPostLivechatRoomClosed');
    expect(closed).toMatchObject([{ payload: { isOpen: false, closer: 'visitor' } }]);
  });

  it('quotes by a link, and finds open rooms of the visitor', async () => {
    const input = { ...guest(), text: 'question' };
    const quoteIt = `${OPEN_ROOM} ${POST}
      const text = '[ ](${SITE_URL}/live/' + room.id + '?msg=' + messageId + ') answer';
      const answer = modify.getCreator().startLivechatMessage().setRoom(room).setVisitor(visitor).setText(text);
      const message = await read.getMessageReader().getById(await modify.getCreator().finish(answer));
      const rooms = await read.getLivechatReader().getLivechatRooms(visitor);
      return { quote: message.attachments[0], rooms: rooms.length }`;
    await expect(probe.run(quoteIt, input)).resolves.toMatchObject({
      quote: { text: 'question', author: { name: 'Ann' } },
      rooms: 1,
    });
  });

  it('uploads a file as a message of its own, and reads its bytes back', async () => {
    await probe.events();
    const upload = `${OPEN_ROOM}
      const upload = await modify.getCreator().getUploadCreator().uploadBuffer(Buffer.from('%PDF-1.4 x'), {
        filename: 'offer.pdf', room, visitorToken: visitor.token });
      const bytes = await read.getUploadReader().getBufferById(upload.id);
      return { id: upload.id, type: upload.type, size: upload.size, text: bytes.toString(), room: upload.room.id }`;
    const uploaded = await probe.run(upload, guest());
    expect(uploaded).toMatchObject({ type: 'application/pdf', size: 10, text: '%PDF-1.4 x' });
    const [event] = await probe.events('IPostMessageSent');
    expect(event!.payload).toMatchObject({
      text: '',
      file: { _id: uploaded.id, name: 'offer.pdf', type: 'application/pdf' },
      attachments: [{ title: { value: 'offer.pdf' }, type: 'file' }],
    });
  });

  it('hears an agent’s answer, edit, reaction and deletion', async () => {
    const { id } = await probe.run(`${OPEN_ROOM} return room`, guest());
    await probe.events();
    const agent = probe.user(probe.workspace.rooms.find(id)!.servedBy!.username);
    const { messages } = probe.workspace;
    const message = await messages.send(agent, { rid: id, msg: 'hello' });
    await messages.update(agent, message._id, { msg: 'hello!' });
    await messages.react(agent, message._id, ':wave:');
    await messages.remove(agent, message._id);
    // In no certain order: the engine delivers events side by side, as the real server does.
    const heard = Object.fromEntries((await probe.events()).map(({ event, payload }) => [event, payload]));
    expect(Object.keys(heard).sort()).toEqual([
      'IPostMessageDeleted',
      'IPostMessageReacted',
      'IPostMessageSent',
      'IPostMessageUpdated',
    ]);
    expect(heard.IPostMessageSent.token).toBeUndefined();
    expect(heard.IPostMessageUpdated).toMatchObject({ text: 'hello!', editor: { username: agent.username } });
    expect(heard.IPostMessageReacted).toMatchObject({ reaction: ':wave:', isReacted: true, user: { id: agent._id } });
  });

  it('resolves a visitor by an outer id, or by phone and keeps the id then', async () => {
    const input = guest();
    await probe.run(OPEN_ROOM, input);
    const resolve = `const found = await modify.getCreator().getLivechatCreator().resolveVisitor(
      { entityId: input.entityId, metadata: { username: '@ann' } }, input.phone && { phone: input.phone });
      return found && { token: found.token, externalIds: found.externalIds }`;
    await expect(probe.run(resolve, { entityId: 'US.9' })).resolves.toBeNull();
    const known = {
      token: input.token,
      externalIds: [{ appId: PROBE_ID, entityId: 'US.9', metadata: { username: '@ann' } }],
    };
    await expect(probe.run(resolve, { entityId: 'US.9', phone: `+${input.phone}` })).resolves.toEqual(known);
    await expect(probe.run(resolve, { entityId: 'US.9' })).resolves.toEqual(known);
  });

  it('hands a conversation on as the app’s user', async () => {
    const input = guest();
    const { id } = await probe.run(`${OPEN_ROOM} return room`, { ...input, agent: { id: probe.user('agent1')._id } });
    await probe.events();
    const transfer = `const room = await read.getRoomReader().getById(input.id);
      const targetAgent = await read.getUserReader().getByUsername('agent2');
      return modify.getUpdater().getLivechatUpdater().transferVisitor(room.visitor, { currentRoom: room, targetAgent })`;
    await expect(probe.run(transfer, { id })).resolves.toBe(true);
    const events = await probe.events('IPostLivechatRoomTransferred', 'IPostLivechatAgentUnassigned');
    expect(events).toMatchObject([
      { event: 'IPostLivechatAgentUnassigned', payload: { agent: { username: 'agent1' } } },
      {
        event: 'IPostLivechatRoomTransferred',
        payload: { type: 'agent', from: { username: 'agent1' }, to: { username: 'agent2' } },
      },
    ]);
  });

  it('verifies a contact', async () => {
    const input = guest();
    const verify = `${OPEN_ROOM}
      const value = '+' + input.phone;
      await modify.getCreator().getContactCreator().verifyContact(
        { contactId: room.contact._id, field: 'phone', value, visitorId: visitor.id, roomId: room.id });
      return (await read.getContactReader().getById(room.contact._id)).channels`;
    await expect(probe.run(verify, input)).resolves.toMatchObject([
      { verified: true, field: 'phone', value: `+${input.phone}`, name: '+551' },
    ]);
  });

  it('says whether somebody is there', async () => {
    const online = `return read.getLivechatReader().isOnlineAsync(input)`;
    await expect(probe.run(online)).resolves.toBe(true);
    for (const name of ['agent1', 'agent2']) {
      probe.workspace.agents.setAvailability(probe.user(name)._id, 'not-available');
    }
    await expect(probe.run(online)).resolves.toBe(false);
    await expect(probe.run(OPEN_ROOM, guest())).rejects.toThrow('no-agent-online');
  });
});
