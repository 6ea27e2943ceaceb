import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IAppAccessors } from '@rocket.chat/apps-engine/definition/accessors';
import type { IApiEndpointInfo, IApiRequest } from '@rocket.chat/apps-engine/definition/api';
import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import type { CallAccessors } from '../../../src/handlers/core/Host';
import { createTranslator } from '../../../src/handlers/core/translator';
import { accountReadyPage } from '../../../src/handlers/entry/endpoints/authSuccess';
import { createEndpoint, endpointPath, isWellFormed } from '../../../src/handlers/entry/endpoints/createEndpoint';
import { endpoints, getSidebarIcon } from '../../../src/handlers/entry/endpoints/endpoints';
import { languages } from '../../../src/locales/languages';
import { fakeHost } from '../../support/fakeHost';
import { sayKeys } from '../../support/interactions';

describe('the page after the sign-up', () => {
  test('says what happened and what to do, in the language and direction that were asked for', () => {
    const page = accountReadyPage({ t: sayKeys, language: 'ar', rtl: true });
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page).toContain('<title>setup:pageTitle</title>');
    expect(page).toContain('<h1>setup:pageTitle</h1>');
    expect(page).toContain('<p>setup:pageText</p>');
    expect(accountReadyPage({ t: sayKeys, language: 'de', rtl: false })).toContain('<html lang="de" dir="ltr">');
  });

  test('runs nothing and fetches nothing', () => {
    const page = accountReadyPage({ t: sayKeys, language: 'en', rtl: false });
    expect(page).not.toMatch(/<script|src=|href=|\bon\w+=|@import|url\(/);
  });

  test.each(languages.map(({ tag }) => tag))('is good HTML in %s: its sentences hold no marks of their own', (tag) => {
    const t = createTranslator(tag);
    for (const key of ['setup:pageTitle', 'setup:pageText']) expect(t(key)).not.toMatch(/[<>]|&(?!\w+;)/);
  });
});

describe('createEndpoint', () => {
  test('an endpoint has its method and nothing else, and its handler gets a host of this very request', async () => {
    const { host } = fakeHost();
    const app = { getLogger: () => 'log of the registration' } as unknown as IApp;
    const handle = jest.fn(async () => ({ status: 204 }));
    const [row] = endpoints;
    if (!row) throw new Error('there are endpoints');
    const made: CallAccessors[] = [];
    const makeHost = (accessors: CallAccessors) => {
      made.push(accessors);
      return host;
    };
    const endpoint = createEndpoint(app, makeHost, { ...row, path: 'door', method: 'post', handle });
    expect(endpoint).toMatchObject({ path: 'door', post: expect.any(Function) });
    expect(endpoint.get).toBeUndefined();
    // The engine calls a copy whose app logs for this request.
    const copy = Object.assign(Object.create(endpoint) as typeof endpoint, {
      app: { getLogger: () => 'log of the request' },
    });
    const request = { content: 'x' } as unknown as IApiRequest;
    const { read, modify, http, persistence } = host;
    const answer = await copy.post?.(request, {} as IApiEndpointInfo, read, modify, http, persistence);
    expect(answer).toEqual({ status: 204 });
    expect(handle).toHaveBeenCalledWith(host, request);
    expect(made).toEqual([expect.objectContaining({ logger: 'log of the request' })]);
  });

  test('an endpoint that fails answers 500, and only the log tells why', async () => {
    const { host, log } = fakeHost();
    const handle = () => Promise.reject(new Error('no database'));
    const [row] = endpoints;
    if (!row) throw new Error('there are endpoints');
    const app = { getLogger: () => Object.assign(host.logger, { getLogs: () => [] }) } as unknown as IApp;
    const endpoint = createEndpoint(app, () => host, { ...row, path: 'door', method: 'post', handle });
    const { read, modify, http, persistence } = host;
    const request = {} as unknown as IApiRequest;
    const answer = await endpoint.post?.(request, {} as IApiEndpointInfo, read, modify, http, persistence);
    expect(answer).toEqual({ status: 500 });
    expect(log).toEqual([expect.stringMatching(/door failed.*no database/)]);
  });
});

describe('endpointPath', () => {
  const accessors = {
    providedApiEndpoints: [
      { path: 'incoming', computedPath: '/api/apps/private/app-id/hash/incoming' },
      { path: 'get-sidebar-icon', computedPath: '/api/apps/public/app-id/get-sidebar-icon' },
    ],
  } as IAppAccessors;

  test('the path of an endpoint is the one that Rocket.Chat computed', () => {
    expect(endpointPath(accessors, 'incoming')).toBe('/api/apps/private/app-id/hash/incoming');
  });

  test('there is none before the registration', () => {
    expect(endpointPath({ ...accessors, providedApiEndpoints: [] }, 'incoming')).toBe('');
    expect(endpointPath(accessors, 'unknown')).toBe('');
  });
});

describe('endpoints', () => {
  test('every address is there once', () => {
    const paths = endpoints.map(({ path }) => path);
    expect(paths).toEqual([...new Set(paths)]);
  });

  test('only the icon can be asked for without the installation’s hash', () => {
    expect(endpoints.filter(({ visibility }) => visibility === 'public').map(({ path }) => path)).toEqual([
      'get-sidebar-icon',
    ]);
  });
});

describe('the icon in the sidebar', () => {
  test('is an SVG that says what it is', async () => {
    const { status, headers } = await getSidebarIcon();
    expect([status, headers?.['Content-Type']]).toEqual([200, 'image/svg+xml']);
  });

  test('fits every theme and every page that it is put into', async () => {
    const { content } = await getSidebarIcon();
    const svg = String(content);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 20 20"/);
    expect(svg).toContain('currentColor');
    expect(svg).not.toMatch(/\bid=|<script|<style|\bon\w+=|href|url\(|width=|height=|#[0-9a-f]{3}/i);
    expect(svg.length).toBeLessThan(2_000);
  });

  test('is well formed: what is opened is closed, and paths are numbers and commands', async () => {
    const svg = String((await getSidebarIcon()).content);
    const open: string[] = [];
    for (const [, slash, name, rest] of svg.matchAll(/<(\/?)(\w+)([^>]*)>/g)) {
      if (slash) expect(open.pop()).toBe(name);
      else if (!rest?.endsWith('/')) open.push(name ?? '');
    }
    expect(open).toEqual([]);
    const paths = [...svg.matchAll(/ d="([^"]+)"/g)].map(([, path]) => path ?? '');
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) expect(path).toMatch(/^M[\d\s.,MmLlHhVvCcSsQqTtAaZz-]+Z$/);
  });
});

describe('isWellFormed', () => {
  const nested = (levels: number): unknown => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`);

  test.each([
    ['no body', undefined],
    ['null', null],
    ['text', '{"constructor":1}'],
    ['bytes', new Uint8Array(20_000)],
    ['thirty levels', nested(30)],
    ['words that only look like names of a prototype', { text: 'constructor', constructors: ['__proto__'] }],
  ])('%s can be borne', (_what, body) => {
    expect(isWellFormed(body)).toBe(true);
  });

  test.each([
    ['a hundred thousand levels', Array.from({ length: 100_000 }).reduce<unknown>((inner) => [inner], 0)],
    ['__proto__', JSON.parse('{"a":[{"__proto__":1}]}')],
    ['constructor', { a: { constructor: 1 } }],
    ['prototype', { prototype: {} }],
    ['a very long list', { a: Array.from({ length: 20_000 }).fill(0) }],
  ])('%s cannot', (_what, body) => {
    expect(isWellFormed(body)).toBe(false);
  });

  test('every recorded webhook can', () => {
    const folder = join(__dirname, '../../fixtures');
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) expect(isWellFormed(JSON.parse(readFileSync(join(folder, name), 'utf8')))).toBe(true);
  });
});
