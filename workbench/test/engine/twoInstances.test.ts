import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { AppValue } from '../support/ProbeHost';
import { ProbeHost } from '../support/ProbeHost';
import { silenceEngine } from '../support/silenceEngine';

silenceEngine();
jest.setTimeout(30_000);

/** Another instance over the same file. */
class Instance {
  readonly #lines: AsyncIterator<string>;

  constructor(readonly child: ChildProcess) {
    this.#lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  }

  static async start(file: string): Promise<Instance> {
    const script = require.resolve('../support/instance.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', script, file], { stdio: ['pipe', 'pipe', 'inherit'] });
    const instance = new Instance(child);
    expect(await instance.#next()).toBe('ready');
    return instance;
  }

  async call(path: string, method = 'GET', content?: unknown): Promise<AppValue> {
    this.child.stdin!.write(`${JSON.stringify({ path, method, content })}\n`);
    return this.#next();
  }

  async stop(): Promise<void> {
    this.child.stdin!.end();
    await new Promise((resolve) => this.child.once('exit', resolve));
  }

  async #next(): Promise<unknown> {
    for (;;) {
      const { value, done } = await this.#lines.next();
      if (done) throw new Error('The instance has ended');
      if (/^["{[]/.test(value)) return JSON.parse(value);
    }
  }
}

describe('two instances over one store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-two-'));
  const file = join(folder, 'store.db');
  let first: ProbeHost;
  let second: Instance;

  beforeAll(async () => {
    first = await ProbeHost.start({ file });
    second = await Instance.start(file);
  });

  afterAll(async () => {
    await second.stop();
    await first.stop();
    rmSync(folder, { recursive: true });
  });

  it('share the app’s records', async () => {
    await first.run(`await persistence.createWithAssociation({ from: 'first' }, association('shared'))`);
    const read = { code: `return read.getPersistenceReader().readByAssociation(association('shared'))` };
    await expect(second.call('run', 'POST', read)).resolves.toEqual({ result: [{ from: 'first' }] });
  });

  it('write at the same time without losing anything', async () => {
    const write = `for (let i = 0; i < 50; i++) await persistence.createWithAssociation({ i }, association('many'))`;
    await Promise.all([first.run(write), second.call('run', 'POST', { code: write })]);
    const read = `return (await read.getPersistenceReader().readByAssociation(association('many'))).length`;
    await expect(first.run(read)).resolves.toBe(100);
  });

  it('run a job once between them', async () => {
    const jobs = 8;
    const schedule = `for (let i = 0; i < ${jobs}; i++) await modify.getScheduler().scheduleOnce(
      { id: 'note', when: new Date(Date.now() + 300), data: { i } })`;
    await first.run(schedule);
    const waiting = () => first.store.jobs.count("name LIKE 'note%'");
    for (let i = 0; i < 400 && waiting() > 0; i++) await new Promise((resolve) => setTimeout(resolve, 25));
    const ran = [...(await first.events('job')), ...(await second.call('events'))].filter(
      ({ event }) => event === 'job',
    );
    expect(ran.map(({ job }) => job.i).sort()).toEqual([...Array(jobs).keys()]);
  });
});
