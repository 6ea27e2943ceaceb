import { places } from '../support/places';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestWorkbench } from '../support/instances/TestWorkbench';

let workbench: TestWorkbench;

beforeAll(async () => {
  workbench = await startTestWorkbench({ zip: places.probeZip });
});

afterAll(() => workbench.stop());

describe('signing in', () => {
  test('gives a token and who one is', async () => {
    const { status, body } = await workbench.http.request('POST', '/api/v1/login', {
      user: 'agent1',
      password: 'agent1',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'success',
      data: { userId: expect.any(String), authToken: expect.any(String), me: { username: 'agent1' } },
    });
  });

  test.each([
    ['a wrong password', { user: 'admin', password: 'guess' }],
    ['a user who is not there', { user: 'nobody', password: 'nobody' }],
  ])('is refused with %s', async (_case, credentials) => {
    const { status, body } = await workbench.http.request('POST', '/api/v1/login', credentials);
    expect({ status, body }).toEqual({
      status: 401,
      body: { status: 'error', error: 'Unauthorized', message: 'Unauthorized' },
    });
  });

  test('ends with signing out', async () => {
    const client = await workbench.signIn('manager');
    client.stop();
    await client.http.post('/api/v1/logout');
    expect((await client.http.request('GET', '/api/v1/me')).status).toBe(401);
  });

  test('tells me who I am', async () => {
    const { http, userId } = await workbench.as('manager');
    expect(await http.get('/api/v1/me')).toMatchObject({
      success: true,
      _id: userId,
      username: 'manager',
      roles: expect.arrayContaining(['livechat-manager']),
    });
  });
});

describe('who may call', () => {
  const NOT_SIGNED_IN = { status: 'error', message: 'You must be logged in to do this.' };

  test.each([
    ['GET', '/api/v1/me'],
    ['GET', '/api/v1/rooms.get'],
    ['POST', '/api/v1/chat.sendMessage'],
    ['GET', '/api/workbench/events'],
    ['GET', '/api/workbench/simulator/state'],
  ])('%s %s asks for a sign-in', async (method, path) => {
    const { status, body } = await workbench.http.request(method, path, method === 'POST' ? {} : undefined);
    expect({ status, body }).toEqual({ status: 401, body: expect.objectContaining(NOT_SIGNED_IN) });
  });

  test('an interaction needs a user or a visitor', async () => {
    const { status, body } = await workbench.http.request('POST', '/api/apps/ui.interaction/any', {});
    expect({ status, body }).toEqual({ status: 401, body: { error: 'Unauthorized' } });
  });

  test.each([
    ['agent1', 'GET', '/api/apps'],
    ['manager', 'GET', '/api/workbench/app/records'],
    ['agent1', 'POST', '/api/workbench/settings'],
    ['agent1', 'GET', '/api/v1/livechat/rooms'],
  ])('%s is refused %s %s', async (username, method, path) => {
    const { http } = await workbench.as(username);
    const { status, body } = await http.request(method, path, method === 'POST' ? {} : undefined);
    const error = 'User does not have the permissions required for this action [error-unauthorized]';
    expect({ status, body }).toEqual({ status: 403, body: { success: false, error } });
  });

  test('an address that there is not is said to be so', async () => {
    const { status, body } = await workbench.http.request('GET', '/api/v1/gone');
    expect({ status, body }).toEqual({
      status: 404,
      body: { status: 'error', message: 'API endpoint does not exist' },
    });
  });

  test('a body that lacks something is refused with its name', async () => {
    const { http } = await workbench.as('admin');
    const { status, body } = await http.request('POST', '/api/v1/chat.sendMessage', { message: { msg: 'x' } });
    expect({ status, body }).toEqual({
      status: 400,
      body: {
        success: false,
        error: "must have required property 'message.rid' [invalid-params]",
        errorType: 'invalid-params',
      },
    });
  });
});

describe('who there is', () => {
  test('is listed page by page', async () => {
    const { http } = await workbench.as('agent1');
    const { users, ...figures } = await http.get<{ users: { username: string }[]; total: number }>(
      '/api/v1/users.list',
      {
        count: 2,
        offset: 1,
      },
    );
    expect(users).toHaveLength(2);
    expect(figures).toMatchObject({ success: true, count: 2, offset: 1 });
    expect(figures.total).toBeGreaterThanOrEqual(4);
  });

  test('is told to a page before anyone has signed in, without secrets of the app', async () => {
    const info = await workbench.http.get('/api/workbench/info');
    expect(info).toMatchObject({
      url: workbench.url,
      simulatorUrl: workbench.ready.simulatorUrl,
      app: { name: 'Probe', status: expect.stringContaining('enabled') },
      demo: workbench.demo,
    });
    expect(JSON.stringify(info)).not.toContain(workbench.ready.privateHash);
  });
});
