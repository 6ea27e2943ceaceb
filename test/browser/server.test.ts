import type { Browser } from 'playwright-core';
import { startTestWorkbench } from '../e2e/support/instances/startTestWorkbench';
import type { TestWorkbench } from '../e2e/support/instances/TestWorkbench';
import { axeFindings, openPage } from './support/openPage';
import { openBrowser } from './support/chromium';
import type { Window } from './support/openPage';

// The Server tab tells which Rocket.Chat is imitated, what that means, and switches the server into other states.

let browser: Browser;
const started: TestWorkbench[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await Promise.all(started.map((workbench) => workbench.stop()));
});

async function openServerTab(workbench: TestWorkbench, user = 'admin', theme = 'light'): Promise<Window> {
  const stored = { 'workbench-tool': 'app', 'workbench-hints': 'off', 'workbench-theme': theme };
  const window = await openPage(browser, `${workbench.url}/?user=${user}`, { height: 1400, stored });
  const tab = window.page.locator('[data-panel]').getByRole('tab', { name: 'Server', exact: true });
  await tab.focus();
  await window.page.keyboard.press('Enter');
  await window.page.locator('.wb-server-facts').waitFor();
  return window;
}

const traitIn = ({ page }: Window, name: string) => page.locator(`[data-trait="${name}"]`);

describe.each([
  {
    server: '7.8' as const,
    extraArgs: [],
    traits: { engine: '1.53', sandbox: 'Deno 1.43.5', transport: 'msgpack', oneOpenRoomPerToken: 'no' },
  },
  {
    server: '9.0' as const,
    extraArgs: [],
    traits: { engine: '1.68', sandbox: 'Node 22', transport: 'Node’s IPC channel', oneOpenRoomPerToken: 'yes' },
  },
  {
    server: '9.0' as const,
    extraArgs: ['--sandbox', 'deno'],
    traits: { engine: '1.68', sandbox: 'Deno 2.3.1', transport: 'msgpack', oneOpenRoomPerToken: 'yes' },
  },
])('on $server $extraArgs', ({ server, extraArgs, traits }) => {
  test('an agent reads what is imitated, what it means, and how to choose another release', async () => {
    const workbench = await startTestWorkbench({ page: true, server, extraArgs });
    started.push(workbench);
    const window = await openServerTab(workbench, 'agent1');
    await window.page.getByRole('heading', { name: `Rocket.Chat ${server}` }).waitFor();
    for (const [name, value] of Object.entries(traits)) {
      expect(await traitIn(window, name).locator('strong').textContent()).toBe(value);
      expect(await traitIn(window, name).locator('dd').last().textContent()).toMatch(/^\p{Lu}.+\.$/u);
    }
    await window.page.locator('pre', { hasText: 'npm start -- --server' }).waitFor();
    const other = traits.sandbox.startsWith('Deno') ? 'node' : 'deno';
    await window.page.locator('pre', { hasText: `--sandbox ${other}` }).waitFor();
    // The settings are for administrators.
    await window.page.getByText('Only an administrator sees this').waitFor();
    expect(window.troubles).toEqual([]);
  });

  test('the dialog “Outbound message” opens where the release has it; where it has none, that is said', async () => {
    const workbench = started.at(-1);
    if (!workbench) throw new Error('The workbench was not started');
    const { page } = await openPage(browser, workbench.url, { stored: { 'workbench-hints': 'off' } });
    await page.getByRole('button', { name: 'Create new' }).click();
    await page.getByRole('menuitem', { name: 'Outbound message' }).click();
    const dialog = page.getByRole('dialog', { name: 'Outbound Message' });
    const shown = server === '7.8' ? 'Rocket.Chat 7.8 has no Outbound Messages' : 'Select recipient';
    await dialog.getByText(shown).or(dialog.getByPlaceholder(shown)).first().waitFor();
  });
});

test.each(['light', 'dark'])(
  'an administrator puts the server into a state by the keyboard, in the %s theme',
  async (theme) => {
    const [, workbench] = started;
    if (!workbench) throw new Error('The workbench of 9.0 was not started');
    const window = await openServerTab(workbench, 'admin', theme);
    const { page } = window;
    const states = page.locator('section', { has: page.getByRole('heading', { name: 'States to try' }) }).last();
    await states.waitFor();
    expect(await states.locator('[data-setting]').count()).toBe(4);
    const limit = page.getByLabel('Limit of active contacts reached');
    const before = await limit.isChecked();
    await limit.focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    await page.locator('.rcx-toastbar', { hasText: 'Saved' }).waitFor();
    const admin = await workbench.as('admin');
    const { settings } = await admin.http.get<{ settings: { _id: string; value: unknown }[] }>(
      '/api/workbench/settings',
    );
    expect(settings.find(({ _id }) => _id === 'Workbench_MAC_Limit_Reached')?.value).toBe(!before);
    await page.locator('.wb-panel-page').evaluate((one) => one.scrollTo(0, 700));
    expect(await axeFindings(page)).toEqual([]);
    expect(window.troubles).toEqual([]);
  },
);
