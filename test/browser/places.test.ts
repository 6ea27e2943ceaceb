import type { Browser, Locator, Page } from 'playwright-core';
import { startTestWorkbench } from '../e2e/support/instances/startTestWorkbench';
import type { TestWorkbench } from '../e2e/support/instances/TestWorkbench';
import { waitFor } from '../e2e/support/waitFor';
import { openBrowser } from './support/chromium';
import { openPage, ownAxeFindings } from './support/openPage';
import { sentByGallery } from './support/sentByGallery';

// Every element in every place where ui-kit allows it, on every surface: drawn, used as a person does, and what it sends.

let workbench: TestWorkbench;
let browser: Browser;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  [workbench, browser] = await Promise.all([startTestWorkbench({ page: true }), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await workbench.stop();
});

const option = (name: string) => page.getByRole('option', { name, exact: true }).click();
/**
 * Leaves an element until no list stands open. A list closes when its own control loses the focus, which on a busy
 * machine another control may have by then. Tab is no way out: it opens the list of the next control.
 */
const leaveLists = (element: Locator) =>
  waitFor(async () => {
    if (await page.getByRole('option').first().isHidden()) return true;
    for (const control of await element.locator('button, input').all()) {
      await control.focus();
      await control.blur();
    }
    return false;
  });
const pick = (name: string) => async (block: Locator) => {
  await block.getByRole('button').first().click();
  await option(name);
};
const pickSeveral = (name: string) => async (block: Locator) => {
  // The choice before it takes the focus back when its list has gone, and a list without the focus closes.
  await waitFor(async () => {
    await block.getByText('Choose departments').click({ timeout: 1_000 });
    await page.getByRole('option', { name, exact: true }).click({ timeout: 1_000 });
    return true;
  });
};
const suggested = (name: string) => async (block: Locator) => {
  await block.getByRole('textbox').click();
  await option(name);
};
const tick = (value: string) => (block: Locator) => block.locator(`input[value=${value}]`).click({ force: true });

/** How a person uses an element, and what the app gets. */
const USES: [name: string, use: (block: Locator) => Promise<void>, value: unknown][] = [
  ['button', (block) => block.getByRole('button', { name: 'Connect' }).click(), 'connect'],
  // A button with an address has no value, and is still told.
  ['link', (block) => block.getByText('Documentation').click(), undefined],
  ['overflow', pick('Billing'), 'billing'],
  ['static_select', pick('Sales'), 'sales'],
  ['multi_static_select', pickSeveral('Sales'), ['sales']],
  ['datepicker', (block) => block.locator('input').fill('2026-12-24'), '2026-12-24'],
  ['time_picker', (block) => block.locator('input').fill('18:30'), '18:30'],
  ['linear_scale', (block) => block.getByRole('button', { name: '2', exact: true }).click(), '2'],
  // The option that was toggled, alone, whether it is ticked now or not.
  ['checkbox', tick('support'), 'support'],
  ['radio_button', tick('support'), 'support'],
  ['toggle_switch', tick('sales'), 'sales'],
  ['users_select', suggested('agent1'), 'agent1'],
  ['multi_users_select', suggested('agent1'), ['agent1']],
  ['channels_select', suggested('general'), 'general'],
  ['multi_channels_select', suggested('general'), ['general']],
];
const ACCESSORIES = new Set(['button', 'overflow', 'static_select', 'multi_static_select', 'datepicker']);

describe.each([
  ['message', { type: 'message', id: 'gallery-placed' }, ['callout', 'callout']],
  ['modal', { type: 'view', id: 'gallery-modal' }, []],
  ['contextualBar', { type: 'view', id: 'gallery-bar' }, []],
  ['banner', { type: 'view', id: 'gallery-banner' }, ['callout', 'callout']],
])('in a %s', (surface, container, notDrawn) => {
  beforeAll(async () => {
    // High enough for everything: lists open below their fields.
    const url = `${workbench.url}/gallery?surface=${surface}&blocks=placed`;
    ({ page, troubles } = await openPage(browser, url, { height: 4000 }));
    await page.context().route('https://docs.rocket.chat/**', (route) => route.fulfill({ body: 'A page' }));
    await page.locator('main section').first().waitFor();
  });

  const block = (place: string, name: string) => page.locator(`[data-block="${surface}-${place}-${name}"]`);
  const sends = async (place: string, name: string, use: (block: Locator) => Promise<void>, value: unknown) => {
    const actionId = `${surface}-${place}-${name}`;
    await use(block(place, name));
    const sent = await waitFor(async () => (await sentByGallery(page)).find((one) => one.actionId === actionId));
    expect(sent).toMatchObject({ type: 'blockAction', container, payload: { blockId: actionId } });
    expect(sent.payload.value).toEqual(value);
    await leaveLists(block(place, name));
  };

  test('everything is drawn that the client has a method for', async () => {
    const ghosts = page.locator('[data-ghost]');
    expect(await ghosts.evaluateAll((found) => found.map((one) => one.getAttribute('data-ghost')))).toEqual(
      // Once in an actions block, once in an input; and the blocks that this surface does not know.
      ['conversations_select', ...notDrawn, 'conversations_select'],
    );
    await block('accessory', 'image').getByRole('img').waitFor();
    await block('context', 'image').getByRole('img').waitFor();
  });

  test('nothing of our own has a serious finding of axe', async () => {
    expect(await ownAxeFindings(page)).toEqual([]);
  });

  test('each element of an actions block sends at once', async () => {
    for (const [name, use, value] of USES) await sends('actions', name, use, value);
  });

  test('each accessory of a section sends at once', async () => {
    for (const [name, use, value] of USES) if (ACCESSORIES.has(name)) await sends('accessory', name, use, value);
  });

  test('an accessory of a callout sends where callouts are drawn, and is not there elsewhere', async () => {
    const [name, use, value] = USES[0] ?? [];
    const isDrawn = notDrawn.length === 0;
    expect(await block('callout', 'button').getByRole('button').count()).toBe(isDrawn ? 1 : 0);
    if (isDrawn && name && use) await sends('callout', name, use, value);
  });

  test('an input keeps its value to itself, unless it is to be told while one types', async () => {
    const before = (await sentByGallery(page)).length;
    await block('input', 'plain_text_input').locator('input').fill('abc');
    await block('input', 'datepicker').locator('input').fill('2026-12-24');
    expect((await sentByGallery(page)).length).toBe(before);
    await sends('input', 'plain_text_input_typing', (field) => field.locator('input').fill('abc'), 'abc');
    expect(troubles).toEqual([]);
  });
});
