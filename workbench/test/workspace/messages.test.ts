import { SERVER_TRAITS } from '../../src/server/serverTraits';
import { openStore } from '../../src/store/Store';
import type { WorkspaceEvent } from '../../src/workspace/WorkspaceEvents';
import { openWorkspace } from '../../src/workspace/openWorkspace';

const SITE = 'http://localhost:3000';
const SOURCE = { type: 'app', id: 'app', alias: 'App' } as const;

describe('messages', () => {
  const store = openStore({ memory: true });
  // Later servers allow a visitor one open room; here each test opens one.
  const workspace = openWorkspace({ store, siteUrl: SITE, traits: SERVER_TRAITS['8.2'] });
  const user = (name: string) => workspace.users.findByUsername(name)!;
  const visitor = workspace.visitors.register({ token: 't', username: '551', name: 'Ann', phone: '+551' });

  afterAll(() => store.close());

  it('keeps the time that a message comes with, and shows a visitor under the own name', async () => {
    const room = await workspace.livechat.request({ visitor, source: SOURCE });
    const ts = new Date('2026-01-01T00:00:00Z');
    const sent = await workspace.messages.sendAsVisitor(visitor, { rid: room._id, msg: 'hi', ts, alias: 'other' });
    expect(workspace.messages.find(sent._id)).toMatchObject({ ts, alias: 'Ann', token: 't', u: { username: '551' } });
  });

  it('takes no other time than now from users and bots', async () => {
    const room = await workspace.rooms.create(user('admin'), { t: 'c', name: 'times' }, []);
    const post = (ago: number) => {
      const ts = new Date(Date.now() - ago);
      return workspace.messages.send(user('admin'), { rid: room._id, msg: 'x', ts });
    };
    await expect(post(70_000)).rejects.toThrow('error-message-ts-out-of-sync');
    expect(Date.now() - (await post(30_000)).ts.getTime()).toBeLessThan(10_000);
    expect(Date.now() - (await post(5_000)).ts.getTime()).toBeGreaterThanOrEqual(5_000);
  });

  it('makes quotes of links to messages that the sender may read, and drops hand-made ones', async () => {
    const room = await workspace.livechat.request({ visitor, source: SOURCE, agent: user('agent1') });
    const first = await workspace.messages.send(user('agent1'), { rid: room._id, msg: 'question?' });
    const link = `${SITE}/live/${room._id}?msg=${first._id}`;
    const made = { text: 'never said', message_link: 'http://elsewhere', author_name: 'x' };
    const answer = await workspace.messages.sendAsVisitor(visitor, {
      rid: room._id,
      msg: `[ ](${link}) answer`,
      attachments: [made, { title: 'kept' }],
    });
    expect(answer.attachments).toEqual([
      expect.objectContaining({ text: 'question?', author_name: 'agent1', message_link: link, ts: first.ts }),
      { title: 'kept' },
    ]);

    const stranger = workspace.visitors.register({ token: 's', name: 'Bob' });
    const other = await workspace.livechat.request({ visitor: stranger, source: SOURCE });
    const peek = await workspace.messages.sendAsVisitor(stranger, { rid: other._id, msg: `[ ](${link}) peek` });
    expect(peek.attachments).toBeUndefined();

    const unparsed = await workspace.messages.sendAsVisitor(visitor, {
      rid: room._id,
      msg: `[ ](${link}) plain`,
      parseUrls: false,
    });
    expect(unparsed.attachments).toBeUndefined();
  });

  it('reacts, and takes it back', async () => {
    const room = await workspace.rooms.create(user('admin'), { t: 'c', name: 'reactions' }, []);
    const { _id } = await workspace.messages.send(user('admin'), { rid: room._id, msg: 'x' });
    await workspace.messages.react(user('agent1'), _id, 'wave');
    await workspace.messages.react(user('agent2'), _id, ':wave:', true);
    await workspace.messages.react(user('agent2'), _id, ':wave:', true);
    expect(workspace.messages.find(_id)?.reactions).toEqual({ ':wave:': { usernames: ['agent1', 'agent2'] } });
    await workspace.messages.react(user('agent1'), _id, 'wave');
    await workspace.messages.react(user('agent2'), _id, 'wave', false);
    expect(workspace.messages.find(_id)?.reactions).toBeUndefined();
  });

  it('lets only members and the queue’s agents read and write', async () => {
    const room = await workspace.rooms.create(user('admin'), { t: 'p', name: 'closed-shop' }, []);
    await expect(workspace.messages.send(user('agent1'), { rid: room._id, msg: 'x' })).rejects.toThrow(
      'error-not-allowed',
    );
    await workspace.rooms.addMember(room._id, user('agent1'), user('admin'));
    await workspace.messages.send(user('agent1'), { rid: room._id, msg: 'x' });
    const { messages, total } = workspace.messages.history(room._id);
    expect(messages.map(({ t, msg }) => t ?? msg)).toEqual(['x', 'au']);
    expect(total).toBe(2);
  });

  it('tells those who may hear, and nobody else', async () => {
    const room = await workspace.rooms.create(user('admin'), { t: 'p', name: 'secret' }, []);
    const heard: WorkspaceEvent[] = [];
    const end = workspace.events.subscribe((event) => void heard.push(event));
    await workspace.messages.send(user('admin'), { rid: room._id, msg: 'x' });
    end();
    const message = heard.find(({ type }) => type === 'message')!;
    expect(workspace.mayHear(user('admin'), message.audience)).toBe(true);
    expect(workspace.mayHear(user('agent1'), message.audience)).toBe(false);
  });

  it('stores files and posts them as the visitor, and refuses those for a room that is not the visitor’s', async () => {
    const room = await workspace.livechat.request({ visitor, source: SOURCE });
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const { upload, message } = await workspace.uploads.storeAndPost({
      bytes: png,
      name: 'photo.png',
      rid: room._id,
      by: { visitor },
    });
    expect(upload).toMatchObject({ type: 'image/png', size: png.length, path: `/file-upload/${upload._id}/photo.png` });
    expect(workspace.uploads.bytes(upload._id)).toEqual(png);
    expect(message).toMatchObject({
      msg: '',
      token: 't',
      file: { _id: upload._id, name: 'photo.png', type: 'image/png' },
      files: [{ _id: upload._id }],
      attachments: [{ title: 'photo.png', image_url: upload.path, image_dimensions: { width: 2, height: 3 } }],
    });
    const stranger = workspace.visitors.register({ token: 'x1' });
    const theirs = { bytes: png, name: 'a', rid: room._id, by: { visitor: stranger } };
    await expect(workspace.uploads.storeAndPost(theirs)).rejects.toThrow('File does not match filter');
  });

  it('refuses files that are too large or of a refused type', async () => {
    const room = await workspace.rooms.create(user('admin'), { t: 'c', name: 'files' }, []);
    const by = { user: user('admin') };
    workspace.settings.set('FileUpload_MaxFileSize', 3);
    await expect(
      workspace.uploads.store({ bytes: Buffer.from('four'), name: 'a.txt', rid: room._id, by }),
    ).rejects.toThrow('error-file-too-large');
    workspace.settings.set('FileUpload_MaxFileSize', -1);
    await expect(
      workspace.uploads.store({ bytes: Buffer.from('<svg/>'), name: 'a.svg', rid: room._id, by }),
    ).rejects.toThrow('error-invalid-file-type');
  });
});
