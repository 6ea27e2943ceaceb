import engine from '@rocket.chat/apps-engine/package.json';
import { type ServerVersion, traitsOf } from '../../src/server/serverTraits';
import { ProbeHost } from '../support/ProbeHost';
import { PROBE_ID } from '../support/probeApp';
import { silenceEngine } from '../support/silenceEngine';

silenceEngine();

/** The sandbox of each kind as an app sees it: Deno, Node over msgpack, Node over its IPC channel. */
interface Sight {
  /** The type of the global `process`. */
  process: string;
  server: ServerVersion;
  /** The runtime of the app. */
  runs: string;
  /** How a method that an accessor does not have fails: with a throw at the call, or with a rejection. */
  missing: 'throws' | 'rejects';
  /** Calls of `getBufferById`. */
  reads: Record<string, number>;
  /** An undefined field as it reaches the server. */
  left: null | undefined;
}

const SIGHTS: Sight[] = [
  {
    server: '7.8',
    process: 'undefined',
    runs: 'Deno',
    missing: 'rejects',
    reads: { 'upload.getBufferById': 1 },
    left: null,
  },
  {
    server: '8.2',
    process: 'undefined',
    runs: 'Deno',
    missing: 'rejects',
    reads: { 'upload.getBufferById': 1 },
    left: null,
  },
  {
    server: '8.4',
    process: 'object',
    runs: 'Deno',
    missing: 'rejects',
    reads: { 'upload.getBufferById': 1 },
    left: null,
  },
  {
    server: '8.8',
    process: 'object',
    runs: 'Node',
    missing: 'throws',
    reads: { 'upload.getById': 1, 'upload.getBuffer': 1 },
    left: null,
  },
  {
    server: '9.0',
    process: 'object',
    runs: 'Node',
    missing: 'throws',
    reads: { 'upload.getById': 1, 'upload.getBuffer': 1 },
    left: undefined,
  },
];

/** A process has one engine: jest runs this file with each (`jest.config.js`). */
const HERE = SIGHTS.filter(({ server }) => traitsOf(server).engineHere === engine.version);

describe.each(HERE)('the sandbox of $server', ({ server, process: processType, runs, missing, reads, left }) => {
  let probe: ProbeHost;

  beforeAll(async () => {
    probe = await ProbeHost.start({ memory: true }, server);
  });

  afterAll(() => probe.stop());

  it('is the one that the server has, and shows an app no globals but the usual', async () => {
    expect(await probe.run('return typeof navigator === "object" && /deno/i.test(navigator.userAgent)')).toBe(
      runs === 'Deno',
    );
    expect(await probe.run('return scope')).toMatchObject({
      globalThis: 'undefined',
      Deno: 'undefined',
      process: processType,
      usual: Array(4).fill('function'),
    });
  });

  it('tells of a method that an accessor does not have', async () => {
    const how = await probe.run(`
      let call;
      try { call = modify.getCreator().getLivechatCreator().inventVisitor({}); } catch (error) { return 'throws'; }
      return call.then(() => 'works', () => 'rejects');
    `);
    expect(how).toBe(missing);
  });

  it('has reactions, and visitors with outside ids, where the release has them', async () => {
    const { reactsByUpdater, resolvesVisitors } = traitsOf(server);
    const tried = (call: string) =>
      probe.run(`try { await ${call}; return 'works' } catch (error) { return error.message }`);
    const updater = 'modify.getUpdater().getMessageUpdater()';
    const { _id: rid } = probe.workspace.rooms.findByName('general')!;
    const { _id: message } = await probe.workspace.messages.send(probe.user('admin'), { rid, msg: 'Hello' });
    const user = probe.user('probe.bot')._id;
    const lacks = (words: string, has: boolean): unknown => (has ? 'works' : expect.stringContaining(words));
    for (const reaction of [
      `addReaction('${message}', '${user}', ':wave:')`,
      `removeReaction('${message}', '${user}', ':wave:')`,
    ]) {
      expect(await tried(`${updater}.${reaction}`)).toEqual(
        lacks('getMessageUpdater is not a function', reactsByUpdater),
      );
    }
    const guest = { token: 'with-id', username: 'with-id', name: 'Ann' };
    const ids = "externalIds: [{ entityId: 'US.1', appId: 'app' }]";
    const creator = 'modify.getCreator().getLivechatCreator()';
    const made = await probe.run(`return ${creator}.createAndReturnVisitor({ ...input, ${ids} })`, guest);
    expect(made.externalIds?.length).toBe(resolvesVisitors ? 1 : undefined);
    const words = 'Invalid accessor method';
    expect(await tried(`${creator}.resolveVisitor({ entityId: 'US.1' })`)).toEqual(lacks(words, resolvesVisitors));
    expect(
      await tried(
        `modify.getUpdater().getLivechatUpdater().updateVisitorExternalId('${made.id}', { entityId: 'US.2' })`,
      ),
    ).toEqual(lacks(words, resolvesVisitors));
  });

  it('checks options of a reader where its server does', async () => {
    const how = await probe.run(`
      let call;
      try { call = read.getRoomReader().getMessages('GENERAL', { limit: 101 }); } catch (error) { return ['throws', error.message]; }
      return call.then(() => ['works'], (error) => ['rejects', error.message]);
    `);
    expect(how).toEqual([missing, expect.stringContaining('Invalid limit provided')]);
  });

  it('reads the bytes of a file', async () => {
    const { _id: rid } = probe.workspace.rooms.findByName('general')!;
    const upload = `
      const room = await read.getRoomReader().getById(input);
      const admin = await read.getUserReader().getByUsername('admin');
      const descriptor = { filename: 'a.pdf', room, user: admin };
      return (await modify.getCreator().getUploadCreator().uploadBuffer(Buffer.from('%PDF-1.4 x'), descriptor)).id;
    `;
    const id = await probe.run(upload, rid);
    await probe.host.idle();
    probe.host.roundTrips.clear();
    expect(await probe.run('return String(await read.getUploadReader().getBufferById(input))', id)).toBe('%PDF-1.4 x');
    expect(probe.host.roundTrips.list().map(({ calls }) => calls)).toEqual([reads]);
  });

  it('hands over values as its transport does', async () => {
    await probe.run(`return persistence.createWithAssociation(
      { gone: undefined, at: new Date(5), call: () => 1, list: [undefined, 1] }, association('values'))`);
    const seen = await probe.run(`
      const [record] = await read.getPersistenceReader().readByAssociation(association('values'));
      return { at: record.at instanceof Date && record.at.getTime(), list: record.list, call: typeof record.call };
    `);
    expect(seen).toMatchObject({ at: 5, call: 'undefined' });
    // The app's answer crosses the transport once; here it is seen as it arrives.
    const answer = await probe.host.callEndpoint({
      appId: PROBE_ID,
      visibility: 'public',
      path: 'run',
      method: 'POST',
      headers: {},
      query: {},
      content: { code: 'return { gone: undefined }' },
    });
    expect(answer!.content).toStrictEqual({ result: { gone: left } });
  });

  it('says why a request of its own failed, in its own way', async () => {
    const said = await probe.run(`
      try { await fetch('http://127.0.0.1:3/'); } catch (error) { return [error.message, String(error.cause)]; }
    `);
    // Deno 2.3.1, which 8.4 ships, says all of it in the message and gives no cause.
    expect(said[0]).toMatch(/^(fetch failed$|error sending request)/);
    expect(said.join(' ')).toMatch(/refused/i);
  });

  it('lives on after an error that nobody catches, and the log has it', async () => {
    await probe.run('setTimeout(() => { throw new Error("nobody catches this") }, 0); return 1');
    await probe.run('Promise.reject(new Error("nor this")); await new Promise((done) => setTimeout(done, 20))');
    expect(await probe.run('return 2')).toBe(2);
    const { logs } = await probe.host.logs(PROBE_ID);
    const text = JSON.stringify(logs.filter(({ method }) => method.startsWith('runtime:')));
    expect(text).toContain('nobody catches this');
    expect(text).toContain('nor this');
  });

  it('keeps what an app logs together, also when the clock moves meanwhile', async () => {
    const done = probe.run(`
      logger.info('before the journey');
      const hour = new Promise((resolve) => setTimeout(resolve, 3_600_000));
      await persistence.createWithAssociation({ what: 'travelling' }, association('travelling'));
      await hour;
      logger.info('after the journey');
    `);
    const hasBegun = () => probe.store.records.first('document LIKE ?', '%travelling%') !== undefined;
    while (!hasBegun()) await new Promise((resolve) => setTimeout(resolve, 5));
    await probe.clock.advance(3_600_000);
    await done;
    const { logs } = await probe.host.logs(PROBE_ID);
    const texts = logs.map(({ entries }) =>
      entries.flatMap(({ args }) => args).filter((arg) => /journey$/.test(String(arg))),
    );
    expect(texts.filter((each) => each.length > 0)).toEqual([['before the journey', 'after the journey']]);
  });

  it('reads no file and starts no process', async () => {
    const refusals = await probe.run(`
      const { readFileSync, writeFileSync } = require('fs');
      const tried = (what) => { try { what(); return 'done'; } catch (error) { return 'refused'; } };
      return [tried(() => readFileSync('/etc/passwd')), tried(() => writeFileSync('/tmp/probe-was-here', 'x'))];
    `);
    expect(refusals).toEqual(['refused', 'refused']);
    await expect(probe.run('return require("child_process")')).rejects.toThrow('not allowed');
  });

  it('sees nothing of the environment but PATH', async () => {
    process.env.PROBE_SECRET = 'not for apps';
    expect(await probe.run('try { return process.env.PROBE_SECRET ?? null } catch { return null }')).toBeFalsy();
    delete process.env.PROBE_SECRET;
  });
});
