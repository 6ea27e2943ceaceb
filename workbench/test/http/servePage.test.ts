import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { hashSources } from '../../src/http/page/buildPage';
import { servePage } from '../../src/http/page/servePage';
import type { Listening } from '../../src/listen';
import { listen } from '../../src/listen';

describe('servePage', () => {
  let folder: string;
  let listening: Listening;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'page-'));
    await Promise.all(['web', 'built'].map((name) => mkdir(join(folder, name))));
    await writeFile(join(folder, 'web', 'vite.config.ts'), '');
    await writeFile(join(folder, 'built', 'index.html'), 'The page');
    listening = await listen(0, '127.0.0.1');
  });
  afterEach(async () => {
    await listening.stop();
    await rm(folder, { recursive: true });
  });

  const ask = async (accept: string) => {
    const response = await fetch(`http://127.0.0.1:${listening.port}/live/abc`, { headers: { accept } });
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
  };
  const asBrowser = () => ask('text/html,application/xhtml+xml,*/*;q=0.8');

  /** Serves a page whose build ends when the test says so. */
  const serve = () => {
    let end: { resolve: (how: 'built') => void; reject: (error: Error) => void } | undefined;
    const build = new Promise<'built'>((resolve, reject) => (end = { resolve, reject }));
    const page = servePage({ source: join(folder, 'web'), dependsOn: [], target: join(folder, 'built') }, () => build);
    listening.handle = express().use(page.handler);
    return { succeed: () => end?.resolve('built'), fail: (error: Error) => end?.reject(error), built: page.built };
  };

  test('a browser that comes before anything answers gets a page that says so and loads itself again', async () => {
    const { status, type, text } = await asBrowser();
    expect([status, type]).toEqual([503, 'text/html; charset=utf-8']);
    expect(text).toContain('The workbench is starting…');
    expect(text).toContain('<meta http-equiv="refresh" content="1" />');
  });

  test('while the page is being built a browser waits with a page, a program is told in words', async () => {
    const { succeed, built } = serve();
    expect((await asBrowser()).text).toMatch(/http-equiv="refresh"[\s\S]*The page is being built…/);
    expect(await ask('application/json')).toEqual({
      status: 503,
      type: 'text/plain; charset=utf-8',
      text: 'The page is being built…',
    });
    succeed();
    await built;
    expect(await asBrowser()).toMatchObject({ status: 200, text: 'The page' });
  });

  test('a page that cannot be built is told with the reason', async () => {
    const { fail, built } = serve();
    fail(new Error('Unexpected token'));
    await expect(built).rejects.toThrow('Unexpected token');
    expect((await asBrowser()).text).toContain('The page could not be built.\n\nError: Unexpected token');
  });
});

describe('the hash of sources', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hash-'));
    await mkdir(join(folder, 'web/node_modules'), { recursive: true });
    await writeFile(join(folder, 'web/a.ts'), 'a');
    await writeFile(join(folder, 'lock.json'), '{}');
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  const hash = () => hashSources([join(folder, 'web'), join(folder, 'lock.json')]);

  test('changes with a content, a name, a new file, and with a single file', async () => {
    const seen = [await hash()];
    await writeFile(join(folder, 'web/a.ts'), 'b');
    seen.push(await hash());
    await writeFile(join(folder, 'web/b.ts'), '');
    seen.push(await hash());
    await rm(join(folder, 'web/b.ts'));
    await writeFile(join(folder, 'web/c.ts'), '');
    seen.push(await hash());
    await writeFile(join(folder, 'lock.json'), '{ }');
    seen.push(await hash());
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('does not change with installed packages', async () => {
    const before = await hash();
    await writeFile(join(folder, 'web/node_modules/x.js'), 'x');
    expect(await hash()).toBe(before);
  });
});
