import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AdmZip from 'adm-zip';
import { childrenOf } from '../support/instances/processes';
import { freePort, startTestWorkbench } from '../support/instances/startTestWorkbench';
import { HttpClient } from '../support/clients/HttpClient';
import { onLinux } from '../support/onLinux';
import { places } from '../support/places';
import type { TestWorkbenchOptions } from '../support/instances/startTestWorkbench';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';
import { built, SOURCES, WorkbenchProcess } from '../support/instances/WorkbenchProcess';

const ON_FREE_PORTS = ['--port', '0', '--sim-port', '0', '--no-open', '--no-page', '--ready-json'];

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'command-line-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Processes that a failing test leaves running. */
const started: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const end of started.splice(0)) await end();
});

function start(...given: ConstructorParameters<typeof WorkbenchProcess>): WorkbenchProcess {
  const running = new WorkbenchProcess(...given);
  started.push(() => running.end('SIGKILL'));
  return running;
}

async function startOn(options: TestWorkbenchOptions): Promise<TestWorkbench> {
  const workbench = await startTestWorkbench({ zip: places.probeZip, ...options });
  started.push(() => workbench.stop());
  return workbench;
}

/** Runs the command line to its end. */
async function run(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const running = start(args, args.includes('--help') ? SOURCES : undefined);
  const { code } = await running.exited();
  return { code, stdout: running.stdout, stderr: running.stderr };
}

/** Whether a process is there and not merely waiting to be collected by a parent that is gone. */
function isRunning(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

describe('what cannot start says why in one line and ends with 1', () => {
  let taken: Server;
  let port: string;

  beforeAll(async () => {
    taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    port = String((taken.address() as AddressInfo).port);
  });

  afterAll(() => new Promise((resolve) => taken.close(resolve)));

  test.each([
    ['a port in use', () => ['--port', port, '--sim-port', '0'], () => `Port ${port} is in use`],
    ["the simulator's port in use", () => ['--port', '0', '--sim-port', port], () => `Port ${port} is in use`],
    ['a folder that cannot be written', () => ['--data', join(places.probeZip, 'below')], () => 'The data folder'],
    ['a folder in which nothing can be made', () => ['--data', '/proc/nope/deep'], () => 'The data folder'],
    ['a package that is not there', () => ['--zip', join(folder, 'gone.zip')], () => 'gone.zip cannot be read: ENOENT'],
    ['a port that is no number', () => ['--port', 'web'], () => '--port takes a number'],
    ["a debugger's port that nobody could know", () => ['--inspect', '0'], () => '--inspect takes a number from 1'],
    ['an option that there is not', () => ['--colour'], () => "Unknown option '--colour'"],
  ])('%s', async (_case, args, complaint) => {
    const needed = ['--memory', '--no-open', '--no-page', '--zip', places.probeZip, '--port', '0', '--sim-port', '0'];
    const wanted = args();
    const others = needed.filter((_arg, at) => !(wanted.includes('--data') && needed[at] === '--memory'));
    const { code, stdout, stderr } = await run(...others, ...wanted);
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(complaint())]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  });

  test.each([
    ['no zip at all', Buffer.from('not a zip'), 'is not an app package'],
    ['a zip without a manifest', zipOf({ 'readme.txt': 'hello' }), 'it has no app.json'],
    ['a manifest that is no JSON', zipOf({ 'app.json': '{' }), 'is not an app package'],
  ])('%s', async (_case, content, complaint) => {
    const file = join(folder, 'broken.zip');
    await writeFile(file, content);
    const { code, stderr } = await run(...ON_FREE_PORTS, '--memory', '--zip', file);
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(complaint)]);
    expect(code).toBe(1);
  });

  test('a folder that another workbench runs on, until that has ended', async () => {
    const workbench = await startOn({ dataDir: join(folder, 'shared') });
    const args = [...ON_FREE_PORTS, '--data', join(folder, 'shared'), '--zip', places.probeZip];
    const { code, stderr } = await run(...args);
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringContaining('Another workbench is running on the data folder'),
    ]);
    expect(code).toBe(1);
    await workbench.kill();
    const next = start(args);
    await next.ready();
    await next.end('SIGTERM');
  });

  test('an app that fails as it is loaded', async () => {
    const zip = new AdmZip(places.probeZip);
    zip.updateFile('App.js', Buffer.from('throw new Error("no way");'));
    const file = join(folder, 'failing.zip');
    await writeFile(file, zip.toBuffer());
    const { code, stderr } = await run(...ON_FREE_PORTS, '--memory', '--zip', file);
    expect(stderr).toContain('The app cannot be installed:');
    expect(code).toBe(1);
  });
});

function zipOf(files: Record<string, string>): Buffer {
  const zip = new AdmZip();
  for (const [name, text] of Object.entries(files)) zip.addFile(name, Buffer.from(text));
  return zip.toBuffer();
}

describe('what has started', () => {
  test('tells what it can do when asked', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('--sim-port N') });
  });

  test('says where it listens, with what to connect and who can log in', async () => {
    const running = start([...ON_FREE_PORTS.slice(0, -1), '--memory', '--zip', places.probeZip], SOURCES);
    await waitFor(() => running.stdout.includes('Ctrl-C'), { timeout: 20_000 });
    for (const part of ['http://127.0.0.1:', 'Probe 1.0.0', 'Demo API key', 'admin, agent1, agent2, manager']) {
      expect(running.stdout).toContain(part);
    }
    await running.end('SIGINT');
  });

  onLinux.each(['SIGINT', 'SIGTERM'] as const)('ends with 0 on %s and takes the sandbox with it', async (signal) => {
    const running = start([...ON_FREE_PORTS, '--memory', '--zip', places.probeZip]);
    await running.ready();
    const children = childrenOf(running.pid).map(({ pid }) => pid);
    expect(children.length).toBeGreaterThan(0);
    expect(await running.end(signal)).toEqual({ code: 0, signal: null });
    expect(running.stderr).toBe('');
    await waitFor(() => !children.some(isRunning), { what: 'the end of the sandbox' });
  });

  onLinux('lets a debugger into the sandbox where it is asked to, and still takes it along', async () => {
    const inspect = await freePort();
    const running = start([...ON_FREE_PORTS, ...['--memory', '--zip', places.probeZip, '--inspect', String(inspect)]]);
    await running.ready();
    const targets = await waitFor(() => new HttpClient(`http://127.0.0.1:${inspect}`).get('/json/list'), {
      what: 'the debugger to listen',
    });
    expect(targets).toEqual([expect.objectContaining({ type: 'node', url: expect.stringMatching(/\bmain[-.]/) })]);
    const children = childrenOf(running.pid).map(({ pid }) => pid);
    expect(await running.end('SIGTERM')).toEqual({ code: 0, signal: null });
    await waitFor(() => !children.some(isRunning), { what: 'the end of the sandbox' });
  });

  onLinux('ends when a process that keeps a channel to it is killed, as a test run may be', async () => {
    const script = `
      const [program, ...args] = JSON.parse(process.argv[1]);
      const child = require('node:child_process').fork(program, args, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
      child.stdout.once('data', () => console.log(child.pid));`;
    const options = [...ON_FREE_PORTS, '--memory', '--zip', places.probeZip];
    const args = [...built(options), ...options];
    const keeper = spawn(process.execPath, ['-e', script, JSON.stringify(args)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    started.push(async () => keeper.kill('SIGKILL'));
    const [line] = (await once(keeper.stdout, 'data')) as [Buffer];
    const pid = Number(line);
    expect(isRunning(pid)).toBe(true);
    keeper.kill('SIGKILL');
    await waitFor(() => !isRunning(pid), { what: 'the end of the workbench', timeout: 30_000 });
  });

  onLinux('leaves no sandbox behind when it is killed', async () => {
    const running = start([...ON_FREE_PORTS, '--memory', '--zip', places.probeZip]);
    await running.ready();
    const children = childrenOf(running.pid).map(({ pid }) => pid);
    await running.end('SIGKILL');
    await waitFor(() => !children.some(isRunning), { what: 'the end of the sandbox' });
  });
});

describe('what was kept', () => {
  test('is there after a power cut, and the same package is not installed twice', async () => {
    const workbench = await startOn({ durable: true });
    const before = await workbench.as('admin');
    await before.send('probe-setup', 'Remember me');
    await workbench.kill();
    await workbench.restart();
    const admin = await workbench.as('admin');
    const texts = (await admin.messages('probe-setup')).map(({ msg }) => msg);
    expect(texts).toContain('Remember me');
    expect(texts.filter((text) => text === 'Shall we?')).toHaveLength(1);
  });

  test('holds the address that somebody has chosen for the workspace', async () => {
    const workbench = await startOn({ durable: true });
    const siteUrl = async () => {
      const { http } = await workbench.as('admin');
      const { settings } = await http.get<{ settings: { _id: string; value: unknown }[] }>('/api/workbench/settings');
      return settings.find(({ _id }) => _id === 'Site_Url')?.value;
    };
    expect(await siteUrl()).toBe(workbench.url);
    await workbench.setServerSetting('Site_Url', 'https://tunnel.example.org');
    await workbench.restart();
    expect(await siteUrl()).toBe('https://tunnel.example.org');
  });

  test('is kept when another version of the app comes', async () => {
    const file = join(folder, 'changing.zip');
    const zip = new AdmZip(places.probeZip);
    await writeFile(file, zip.toBuffer());
    const workbench = await startOn({ durable: true, zip: file });
    await workbench.setSettings({ greeting: 'Ahoy' });
    const manifest = zip.readAsText('app.json').replace('"version": "1.0.0"', '"version": "1.0.1"');
    zip.updateFile('app.json', Buffer.from(manifest));
    await writeFile(file, zip.toBuffer());
    await workbench.restart();
    const { http } = await workbench.as('admin');
    expect(await http.get(`/api/apps/${workbench.appId}`)).toMatchObject({ app: { version: '1.0.1' } });
    expect(await http.get(`/api/apps/${workbench.appId}/settings`)).toMatchObject({
      settings: { greeting: { value: 'Ahoy' } },
    });
  });
});
