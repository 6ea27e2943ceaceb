import { PIXEL } from '../support/pixel';
import { places } from '../support/places';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';

let workbench: TestWorkbench;
let admin: TestClient;

beforeAll(async () => {
  workbench = await startTestWorkbench({ zip: places.probeZip });
  admin = await workbench.as('admin');
});

afterAll(() => workbench.stop());

describe('rooms', () => {
  test('that an app made with me in them are mine', async () => {
    const room = await admin.room('probe-setup');
    expect(room).toMatchObject({ t: 'p', usernames: expect.arrayContaining(['admin']) });
  });

  test('of others are closed to me', async () => {
    const room = await admin.room('probe-setup');
    const agent = await workbench.as('agent1');
    expect((await agent.rooms()).map(({ _id }) => _id)).not.toContain(room._id);
    const { status } = await agent.http.request('GET', `/api/v1/groups.messages?roomId=${room._id}`);
    expect(status).toBe(403);
    await expect(agent.send(room._id, 'Let me in')).rejects.toThrow('403');
  });

  test('that there are not are said not to be there', async () => {
    const { status, body } = await admin.http.request('GET', '/api/v1/groups.messages?roomId=gone');
    expect({ status, body }).toMatchObject({ status: 400, body: { errorType: 'error-room-not-found' } });
  });
});

describe('messages', () => {
  test('are sent, changed, reacted to and deleted, and a second window sees each of it', async () => {
    const other = await workbench.signIn('admin');
    const heard = (type: string) => other.feed.events.filter((event) => event.type === type).map(({ data }) => data);
    const message = await admin.send('probe-setup', 'Hello there');
    expect(message).toMatchObject({ msg: 'Hello there', u: { username: 'admin' } });

    await admin.edit(message, 'Hello again');
    await admin.react(message._id, 'thumbsup');
    const changed = await admin.findMessage('probe-setup', 'Hello again');
    expect(changed).toMatchObject({
      _id: message._id,
      editedAt: expect.any(String),
      reactions: { ':thumbsup:': { usernames: ['admin'] } },
    });
    await admin.remove(message);
    expect((await admin.messages('probe-setup')).map(({ _id }) => _id)).not.toContain(message._id);

    await waitFor(() => heard('message-removed').some(({ _id }) => _id === message._id));
    const messageOf = (msg: string): unknown => expect.objectContaining({ message: expect.objectContaining({ msg }) });
    expect(heard('message')).toContainEqual(messageOf('Hello there'));
    expect(heard('message')).toContainEqual(messageOf('Hello again'));
    other.stop();
  });

  test('with an id that is known are taken for the same ones: answered well, and nothing happens', async () => {
    const { _id: rid } = await admin.room('probe-setup');
    const post = (msg: string) =>
      admin.http.post<{ success: boolean; message?: object }>('/api/v1/chat.sendMessage', {
        message: { _id: 'chosenByTheClient', rid, msg },
      });
    expect((await post('Once')).message).toMatchObject({ _id: 'chosenByTheClient', msg: 'Once' });
    expect(await post('Once more')).toEqual({ success: true });
    const stored = (await admin.messages('probe-setup')).filter(({ _id }) => _id === 'chosenByTheClient');
    expect(stored.map(({ msg }) => msg)).toEqual(['Once']);
  });

  test('with a reaction that Rocket.Chat has no emoji for are refused', async () => {
    const { _id } = await admin.send('probe-setup', 'React to this');
    await expect(admin.react(_id, 'no_such_emoji')).rejects.toThrow('400');
  });

  test('come page by page, newest first', async () => {
    for (const text of ['one', 'two', 'three']) await admin.send('probe-setup', text);
    const roomId = (await admin.room('probe-setup'))._id;
    const page = await admin.http.get<{ messages: { msg: string }[]; total: number }>('/api/v1/groups.messages', {
      roomId,
      count: 2,
      offset: 1,
    });
    expect(page.messages.map(({ msg }) => msg)).toEqual(['two', 'one']);
    expect(page).toMatchObject({ success: true, count: 2, offset: 1 });
    expect(page.total).toBeGreaterThan(3);
  });

  test('of others are theirs', async () => {
    const bots = await admin.findMessage('probe-setup', 'Shall we?');
    const agent = await workbench.as('agent1');
    await expect(agent.edit(bots, 'We shall not')).rejects.toThrow(/40[03]/);
    await expect(agent.react(bots._id, 'thumbsup')).rejects.toThrow('403');
  });
});

describe('files', () => {
  test('are uploaded in two steps and fetched by those who may', async () => {
    const message = await admin.upload('probe-setup', {
      name: 'größe 1.png',
      type: 'image/png',
      bytes: PIXEL,
      msg: 'Look',
    });
    expect(message).toMatchObject({ msg: 'Look', file: { name: 'größe 1.png', type: 'image/png' } });
    const path = `/file-upload/${message.file?._id}/${encodeURIComponent(message.file?.name ?? '')}`;

    const mine = await fetch(`${workbench.url}${path}`, { headers: admin.http.headers });
    expect(mine.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await mine.arrayBuffer()).equals(PIXEL)).toBe(true);

    const { 'X-User-Id': uid = '', 'X-Auth-Token': token = '' } = admin.http.headers;
    expect((await fetch(`${workbench.url}${path}?rc_uid=${uid}&rc_token=${token}`)).status).toBe(200);
    const cookie = `rc_uid=${uid}; rc_token=${token}`;
    expect((await fetch(`${workbench.url}${path}`, { headers: { cookie } })).status).toBe(200);
    expect((await fetch(`${workbench.url}${path}`)).status).toBe(403);
    const agent = await workbench.as('agent1');
    expect((await fetch(`${workbench.url}${path}`, { headers: agent.http.headers })).status).toBe(403);
  });

  test('larger than the workspace takes are refused', async () => {
    await workbench.setServerSetting('FileUpload_MaxFileSize', 10);
    await expect(admin.upload('probe-setup', { name: 'a.png', type: 'image/png', bytes: PIXEL })).rejects.toThrow(
      'error-file-too-large',
    );
    await workbench.setServerSetting('FileUpload_MaxFileSize', 104_857_600);
  });

  test('that are not there are not found', async () => {
    const { status } = await fetch(`${workbench.url}/file-upload/gone/gone.png`, { headers: admin.http.headers });
    expect(status).toBe(404);
  });
});
