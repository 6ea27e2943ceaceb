import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProbeHost } from '../support/ProbeHost';
import { probeApp, PROBE_ID } from '../support/probeApp';
import { silenceEngine } from '../support/silenceEngine';

silenceEngine();

const call = (path: string, more: object = {}) => ({
  appId: PROBE_ID,
  visibility: 'public' as const,
  path,
  method: 'GET',
  headers: {},
  query: {},
  content: undefined,
  ...more,
});

describe('the app host', () => {
  let probe: ProbeHost;

  beforeAll(async () => {
    probe = await ProbeHost.start();
  });

  afterAll(() => probe.stop());

  it('installs a package, enables it and gives it a user of its own', async () => {
    const app = await probe.host.get(PROBE_ID);
    expect(app).toMatchObject({ status: 'manually_enabled', enabled: true, name: 'Probe App' });
    expect(app!.privateHash).toMatch(/^[0-9a-f]{24}$/);
    expect(probe.user('probe.bot')).toMatchObject({ type: 'app', appId: PROBE_ID, name: 'Probe App' });
  });

  it('calls endpoints with parameters, and knows no others', async () => {
    await expect(probe.host.callEndpoint(call('orders/17'))).resolves.toMatchObject({ content: { id: '17' } });
    await expect(probe.host.callEndpoint(call('nowhere'))).resolves.toBeUndefined();
  });

  it('opens a private endpoint with its hash only', async () => {
    const { privateHash } = (await probe.host.get(PROBE_ID))!;
    const secret = { visibility: 'private', method: 'POST', content: { a: 1 } };
    await expect(probe.host.callEndpoint(call('secret', { ...secret, hash: privateHash }))).resolves.toMatchObject({
      status: 202,
      content: { got: { a: 1 } },
    });
    await expect(probe.host.callEndpoint(call('secret', { ...secret, hash: 'x' }))).resolves.toMatchObject({
      status: 404,
    });
    await expect(probe.host.callEndpoint(call('secret', { method: 'POST' }))).resolves.toBeUndefined();
  });

  it('asks for a signed-in user where the endpoint does', async () => {
    await expect(probe.host.callEndpoint(call('own'))).resolves.toMatchObject({ status: 401 });
    const user = probe.user('agent1');
    await expect(probe.host.callEndpoint(call('own', { user }))).resolves.toMatchObject({ content: { id: user._id } });
  });

  it('answers 500 with the message of a failing endpoint', async () => {
    await expect(probe.host.callEndpoint(call('broken'))).resolves.toMatchObject({
      status: 500,
      content: 'out of order',
    });
  });

  it('counts round trips of requests side by side, and of work that goes on after the answer', async () => {
    await probe.host.idle();
    probe.host.roundTrips.clear();
    const late = `setTimeout(() => read.getUserReader().getByUsername('admin'), 300); return 1`;
    const reads = (n: number) => `for (let i = 0; i < ${n}; i++) await read.getUserReader().getById('x')`;
    await Promise.all([probe.run(reads(3)), probe.run(reads(7)), probe.run(late)]);
    await probe.host.idle();
    const totals = probe.host.roundTrips.list().map(({ kind, total, calls }) => ({ kind, total, calls }));
    expect(totals).toEqual([
      { kind: 'endpoint', total: 3, calls: { 'user.getById': 3 } },
      { kind: 'endpoint', total: 7, calls: { 'user.getById': 7 } },
      { kind: 'endpoint', total: 1, calls: { 'user.getByUsername': 1 } },
    ]);
    expect(probe.host.roundTrips.total).toBe(11);
  });

  it('dispatches interactions of all kinds', async () => {
    const admin = probe.user('admin');
    const room = await probe.workspace.rooms.create(admin, { t: 'p', name: 'interactions' }, []);
    const message = await probe.workspace.messages.send(admin, { rid: room._id, msg: 'x' });
    const block = {
      type: 'blockAction',
      actionId: 'yes',
      payload: { blockId: 'b', value: '1' },
      container: { type: 'message', id: message._id },
      rid: room._id,
      mid: message._id,
      triggerId: 't',
    };
    await expect(probe.host.interact(PROBE_ID, { user: admin }, block)).resolves.toEqual({
      success: true,
      seen: { actionId: 'yes', blockId: 'b', value: '1', room: room._id, message: message._id, triggerId: 't' },
    });
    const submit = { type: 'viewSubmit', triggerId: 't', payload: { view: { id: 'v', state: {} } } };
    await expect(probe.host.interact(PROBE_ID, { user: admin }, submit)).resolves.toMatchObject({
      success: false,
      type: 'errors',
      errors: { key: 'wrong' },
    });
    const closed = { type: 'viewClosed', payload: { view: { id: 'v' }, isCleared: true } };
    await expect(probe.host.interact(PROBE_ID, { user: admin }, closed)).resolves.toEqual({ success: true });
    const button = {
      type: 'actionButton',
      actionId: 'press',
      rid: room._id,
      payload: { context: 'messageBoxAction', message: 'typed' },
      triggerId: 't',
    };
    await expect(probe.host.interact(PROBE_ID, { user: admin }, button)).resolves.toMatchObject({
      seen: { buttonContext: 'messageBoxAction', text: 'typed', room: room._id },
    });
    await expect(probe.host.interact(PROBE_ID, { user: admin }, { type: 'other' })).rejects.toThrow('Unknown action');
  });

  it('lists and runs slash commands, buttons and their words', async () => {
    expect(probe.host.commands()).toMatchObject([{ command: 'probe', appId: PROBE_ID }]);
    const room = await probe.workspace.rooms.create(probe.user('admin'), { t: 'c', name: 'commands' }, []);
    await probe.host.runCommand({
      command: 'probe',
      params: ' send "two words" x',
      room,
      user: probe.user('admin'),
      triggerId: 't1',
    });
    expect(await probe.events('command')).toMatchObject([{ args: ['send', 'two words', 'x'], triggerId: 't1' }]);
    await expect(
      probe.host.runCommand({ command: 'unknown', params: '', room, user: probe.user('admin') }),
    ).rejects.toThrow('error-invalid-command');
    expect(await probe.host.actionButtons()).toMatchObject([{ appId: PROBE_ID, actionId: 'press' }]);
    expect(probe.host.translate(PROBE_ID, 'probe_button', 'de')).toBe('Press');
  });

  it('tells the app of a changed setting', async () => {
    await probe.host.updateSetting(PROBE_ID, 'colour', 'blue');
    expect(await probe.events('setting')).toMatchObject([{ id: 'colour', value: 'blue' }]);
    await expect(probe.run(`return read.getEnvironmentReader().getSettings().getValueById('colour')`)).resolves.toBe(
      'blue',
    );
  });

  it('lets an app change a message before it is sent', async () => {
    const admin = probe.user('admin');
    const room = await probe.workspace.rooms.create(admin, { t: 'c', name: 'changes' }, []);
    const message = await probe.workspace.messages.send(admin, { rid: room._id, msg: 'change me' });
    expect(message.msg).toBe('changed');
  });

  it('gives dates as dates, and ids, senders and rooms in the apps’ shape', async () => {
    const agent = probe.user('agent1');
    const room = await probe.workspace.rooms.create(agent, { t: 'p', name: 'shapes', fname: 'Shapes' }, ['admin']);
    await probe.events();
    const message = await probe.workspace.messages.send(agent, { rid: room._id, msg: 'hello' });
    const [event] = await probe.events('IPostMessageSent');
    expect(event!.datesAreDates).toBe(true);
    expect(event!.payload).toMatchObject({
      id: message._id,
      text: 'hello',
      sender: { id: agent._id, username: 'agent1', settings: { preferences: { language: 'en' } } },
      room: { id: room._id, slugifiedName: 'shapes', displayName: 'Shapes', type: 'p' },
    });
  });

  it('refuses loudly what the workbench does not have', async () => {
    await expect(probe.run(`return read.getRoleReader().getOneByIdOrName('admin')`)).rejects.toThrow();
    await expect(probe.run(`return read.getUserReader().getUserUnreadMessageCount('x')`)).rejects.toThrow(
      'The workbench has no UserBridge.getUserUnreadMessageCount()',
    );
  });

  it('says why a package cannot be installed, and leaves the host working', async () => {
    await expect(probe.host.install(Buffer.from('no zip'), probe.user('admin'))).rejects.toThrow();
    await expect(
      probe.host.update(probeApp({ source: `throw new Error('broken package')` }), probe.user('admin')),
    ).rejects.toThrow('broken package');
    await probe.host.update(probeApp({ version: '0.0.2' }), probe.user('admin'));
    expect(await probe.host.get(PROBE_ID)).toMatchObject({ version: '0.0.2', enabled: true });
  });

  it('holds an app to the permissions that its package names', async () => {
    // The engine looks away where it takes itself to be under test.
    jest.replaceProperty(process, 'env', { ...process.env, NODE_ENV: 'production' });
    const readRooms = `return (await read.getRoomReader().getByName('general'))?.slugifiedName`;
    await expect(probe.run(readRooms)).resolves.toBe('general');
    await probe.host.update(probeApp({ version: '0.0.3', without: 'room.read' }), probe.user('admin'));
    expect((await probe.run(readRooms)) ?? null).toBeNull();
    await probe.host.update(probeApp({ version: '0.0.4' }), probe.user('admin'));
    await expect(probe.run(readRooms)).resolves.toBe('general');
    jest.restoreAllMocks();
  });

  it('disables and enables, and the private address stays', async () => {
    const { privateHash } = (await probe.host.get(PROBE_ID))!;
    expect(await probe.host.disable(PROBE_ID)).toMatchObject({ status: 'manually_disabled', enabled: false });
    await expect(probe.host.callEndpoint(call('orders/1'))).resolves.toBeUndefined();
    expect(await probe.host.enable(PROBE_ID)).toMatchObject({ enabled: true, privateHash });
    await expect(probe.host.callEndpoint(call('orders/1'))).resolves.toMatchObject({ status: 200 });
  });
});

describe('a restart', () => {
  it('keeps the app with its settings, records, jobs and private address', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'workbench-restart-'));
    const place = { file: join(folder, 'store.db') };
    try {
      const first = await ProbeHost.start(place);
      const { privateHash } = (await first.host.get(PROBE_ID))!;
      await first.host.updateSetting(PROBE_ID, 'colour', 'green');
      await first.run(`await persistence.createWithAssociation({ n: 1, at: new Date(5) }, association('kept'))`);
      await first.run(`return modify.getScheduler().scheduleOnce({ id: 'note', when: 'in 1 day', data: { a: 1 } })`);
      await first.stop();

      const second = await ProbeHost.start(place);
      expect(await second.host.get(PROBE_ID)).toMatchObject({ enabled: true, privateHash });
      expect((await second.host.settings(PROBE_ID)).colour).toMatchObject({ value: 'green' });
      const read = `const [record] = await read.getPersistenceReader().readByAssociation(association('kept'));
        return [record.n, record.at instanceof Date && record.at.getTime()]`;
      await expect(second.run(read)).resolves.toEqual([1, 5]);
      expect(second.host.jobs(PROBE_ID).map(({ processorId, kind }) => [processorId, kind])).toEqual([
        ['tick', 'recurring'],
        ['note', 'once'],
      ]);
      await second.stop();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
