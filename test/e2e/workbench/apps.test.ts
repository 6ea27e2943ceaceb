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

const endpoint = (path: string) => `/api/apps/private/${workbench.appId}/${workbench.ready.privateHash}/${path}`;

describe('endpoints of an app', () => {
  test('get the request and answer with status, headers and content of their own', async () => {
    const { status, headers, body } = await workbench.http.request(
      'POST',
      `${endpoint('echo')}?page=2`,
      { deep: { a: [1] } },
      {
        'X-Agent': 'test',
      },
    );
    expect(status).toBe(201);
    expect(headers.get('x-probe')).toBe('yes');
    expect(body).toEqual({
      method: 'post',
      query: { page: '2' },
      content: { deep: { a: [1] } },
      user: null,
      agent: 'test',
    });
  });

  test('are not asked where the body is over 100 kB, in any of its forms: Express answers 413', async () => {
    const body = (bytes: number) => ({ text: 'x'.repeat(bytes) });
    const post = async (path: string, bytes: number) =>
      (await workbench.http.request('POST', path, body(bytes), admin.http.headers)).status;
    expect(await post(endpoint('echo'), 102_000)).toBe(201);
    expect(await post(endpoint('echo'), 102_400)).toBe(413);
    expect(await post(`/api/apps/public/${workbench.appId}/nowhere`, 102_400)).toBe(413);
    expect(await post(`/api/apps/ui.interaction/${workbench.appId}`, 102_400)).toBe(413);
  });

  test('take every method that they have', async () => {
    expect((await workbench.http.request('PUT', endpoint('echo'), {})).body).toMatchObject({ method: 'put' });
    expect((await workbench.http.request('GET', endpoint('echo'))).body).toMatchObject({ method: 'get' });
    // The engine itself fails then, on the real server too.
    expect(await workbench.http.request('DELETE', endpoint('echo'))).toMatchObject({
      status: 500,
      body: "echo's delete not exists",
    });
  });

  test('know who is signed in', async () => {
    expect((await admin.http.request('GET', endpoint('echo'))).body).toMatchObject({ user: 'admin' });
  });

  test('take forms', async () => {
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const { body } = await workbench.http.request('POST', endpoint('echo'), 'a=1&b=two', form);
    expect(body).toMatchObject({ content: { a: '1', b: 'two' } });
  });

  test('are not found under another hash, another app or another path', async () => {
    const { appId } = workbench;
    const { privateHash } = workbench.ready;
    for (const path of [`${appId}/wrong/echo`, `another/${privateHash}/echo`, `${appId}/${privateHash}/gone`]) {
      expect((await workbench.http.request('GET', `/api/apps/private/${path}`)).status).toBe(404);
    }
    expect((await workbench.http.request('GET', `/api/apps/public/${appId}/echo`)).status).toBe(404);
  });

  test('that throw answer 500 with the message', async () => {
    const { status, body } = await workbench.http.request('GET', endpoint('fail'));
    expect({ status, body }).toEqual({ status: 500, body: 'The endpoint fails as it was told to' });
  });

  test('may be public', async () => {
    const { status, headers, body } = await workbench.http.request(
      'GET',
      `/api/apps/public/${workbench.appId}/get-sidebar-icon?icon=probe`,
    );
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('image/svg+xml');
    expect(body).toMatch(/^<svg/);
  });

  const json = { 'Content-Type': 'application/json' };
  test.each([
    ['JSON that is cut off', '{"a":'],
    ['a __proto__ key', '{"a":{"__proto__":{"b":1}}}'],
    ['a __proto__ key in disguise', '{"a":[{"__\\u0070roto__":1}]}'],
    ['ten thousand levels', '['.repeat(10_000) + ']'.repeat(10_000)],
  ])('are not asked with %s', async (_case, text) => {
    expect((await workbench.http.request('POST', endpoint('echo'), text, json)).status).toBe(400);
    expect((await workbench.http.request('GET', endpoint('echo'))).status).toBe(201);
  });

  test('take eighty levels', async () => {
    const text = `${'{"a":'.repeat(79)}1${'}'.repeat(79)}`;
    expect((await workbench.http.request('POST', endpoint('echo'), text, json)).status).toBe(201);
  });
});

describe('what is known of an app', () => {
  test('its name, version and state', async () => {
    expect(await admin.http.get('/api/apps')).toMatchObject({ apps: [{ id: workbench.appId, name: 'Probe' }] });
    expect(await admin.http.get(`/api/apps/${workbench.appId}`)).toMatchObject({
      success: true,
      app: { version: '1.0.0', nameSlug: 'probe' },
    });
    expect((await admin.http.request('GET', '/api/apps/gone')).status).toBe(404);
  });

  test('its icon, to everyone', async () => {
    const icon = await fetch(`${workbench.url}/api/apps/${workbench.appId}/icon`);
    expect(icon.headers.get('content-type')).toBe('image/png');
    expect(
      Buffer.from(await icon.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });

  test('the addresses of its endpoints', async () => {
    const { apis } = await admin.http.get<{ apis: { path: string; computedPath: string }[] }>(
      `/api/apps/${workbench.appId}/apis`,
    );
    expect(apis.find(({ path }) => path === 'echo')?.computedPath).toBe(endpoint('echo'));
  });

  test('its settings, which can be set', async () => {
    await workbench.setSettings({ greeting: 'Good day' });
    expect(await admin.http.get(`/api/apps/${workbench.appId}/settings`)).toMatchObject({
      settings: { greeting: { value: 'Good day', packageValue: 'Hello' } },
    });
    for (const id of ['colour', 'constructor']) {
      await expect(workbench.setSettings({ [id]: 'red' })).rejects.toThrow(`No Setting found by the id of: ${id}`);
    }
  });

  test('its log, newest first', async () => {
    await workbench.http.request('GET', endpoint('fail'));
    const logs = await waitFor(async () => {
      const found = await workbench.logs();
      return JSON.stringify(found).includes('was unsuccessful') && found;
    });
    expect(Object.keys(logs[0] ?? {})).toEqual(expect.arrayContaining(['method', 'entries']));
  });

  test('its commands and buttons', async () => {
    expect(await admin.http.get('/api/v1/commands.list')).toMatchObject({
      commands: [{ command: 'probe', params: 'probe_params', appId: workbench.appId }],
      total: 1,
    });
    expect(await admin.http.get('/api/apps/actionButtons')).toEqual([
      expect.objectContaining({ actionId: 'probe-action', context: 'roomAction', appId: workbench.appId }),
    ]);
  });

  test('what it keeps, without its secrets', async () => {
    await admin.send('probe-setup', 'Keep this');
    const record = await waitFor(async () => (await workbench.records()).find(({ data }) => data.text === 'Keep this'));
    expect(record.data.apiKey).not.toBe('hidden');
    expect(record.associations).toEqual([{ model: 'misc', id: 'heard' }]);
  });

  test('what each request cost', async () => {
    await workbench.clearRoundTrips();
    const token = 'visitor-1';
    await workbench.http.request('POST', endpoint('conversation'), { token, phone: '+1', name: 'A', text: 'Hi' });
    await workbench.idle();
    const [request] = await workbench.roundTrips('conversation');
    expect(request).toMatchObject({ kind: 'endpoint', total: expect.any(Number) });
    expect(request?.total).toBeGreaterThanOrEqual(4);
    expect(Object.values(request?.calls ?? {}).reduce((sum, count) => sum + count, 0)).toBe(request?.total);
  });
});

describe('an app under trial', () => {
  test('is disabled, enabled, updated and installed anew on request', async () => {
    const tell = (action: string) => admin.http.post<{ app: { status: string } }>(`/api/workbench/app/${action}`);
    expect((await tell('disable')).app.status).toContain('disabled');
    expect((await workbench.http.request('GET', endpoint('echo'))).status).toBe(404);
    expect((await tell('enable')).app.status).toContain('enabled');
    await tell('update');
    expect((await admin.messages('probe-setup')).filter(({ msg }) => msg === 'Shall we?')).toHaveLength(1);
    await tell('reinstall');
    const { apis } = await admin.http.get<{ apis: { path: string; computedPath: string }[] }>(
      `/api/apps/${workbench.appId}/apis`,
    );
    const echo = apis.find(({ path }) => path === 'echo')?.computedPath ?? '';
    expect((await workbench.http.request('GET', echo)).status).toBe(201);
    expect((await admin.http.request('POST', '/api/workbench/app/explode')).status).toBe(404);
  });
});
