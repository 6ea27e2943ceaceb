import { places } from '../support/places';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestWorkbench } from '../support/instances/TestWorkbench';

let workbench: TestWorkbench;

beforeAll(async () => {
  workbench = await startTestWorkbench({ zip: places.probeZip, page: true, fromSources: true });
});

afterAll(() => workbench.stop());

describe('the page', () => {
  test('is served with scripts that browsers may keep for good', async () => {
    const html = (await workbench.http.request<string>('GET', '/')).body;
    const script = /<script[^>]+src="([^"]+)"/.exec(html)?.[1] ?? '';
    const answer = await fetch(`${workbench.url}${script}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('javascript');
    expect(answer.headers.get('cache-control')).toContain('immutable');
  });

  test('is what every address shows that is no interface', async () => {
    expect((await workbench.http.request('GET', '/room/abc')).body).toContain('<div id="root">');
    expect((await workbench.http.request('GET', '/api/gone')).body).toMatchObject({ status: 'error' });
    expect((await workbench.http.request('GET', '/assets/gone.js')).status).toBe(404);
  });

  test('finds pictures of people', async () => {
    const { headers, body } = await workbench.http.request<string>('GET', '/avatar/agent1');
    expect(headers.get('content-type')).toContain('image/svg+xml');
    expect(body).toContain('>A<');
    const bot = await fetch(`${workbench.url}/avatar/probe.bot`);
    expect(bot.headers.get('content-type')).toBe('image/png');
  });
});
