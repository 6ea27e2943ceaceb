import type { Browser } from 'playwright-core';
import { connectDemoNumber } from '../e2e/support/connectDemoNumber';
import { startTestWorkbench } from '../e2e/support/startTestWorkbench';
import type { TestWorkbench } from '../e2e/support/TestWorkbench';
import { openBrowser } from './support/openBrowser';
import { openPage } from './support/openPage';
import { Phone } from './support/Phone';

// The page goes by the workbench's clock, which people move, and not by the browser's.

let workbench: TestWorkbench;
let browser: Browser;
let number: string;

beforeAll(async () => {
  [workbench, browser] = await Promise.all([startTestWorkbench({ page: true }), openBrowser()]);
  number = await connectDemoNumber(workbench);
});

afterAll(async () => {
  await browser.close();
  await workbench.stop();
});

test('after a journey a message is new, of today, and stands under today on the phone as well', async () => {
  const ana = await workbench.sim.customer({ name: 'Ana Lima' });
  await ana.say(number, 'Before the journey');
  const { page, troubles } = await openPage(browser, workbench.url, { stored: { 'workbench-hints': 'off' } });
  const inSidebar = page.locator('.rcx-sidebar-item', { hasText: 'Ana Lima' });
  await inSidebar.waitFor();
  await page.locator('.rcx-sidebar-item', { hasText: 'omnichannel' }).click();
  // A page that is open hears that the clock was moved. A page that is opened later asks for the time.
  await workbench.travel(3 * 24 * 60);
  await ana.say(number, 'After the journey');
  await inSidebar.locator('.rcx-badge', { hasText: '1' }).waitFor();
  await inSidebar.click();
  await page.locator('.rcx-message', { hasText: 'After the journey' }).waitFor();
  await new Phone(page).take('Ana Lima');
  const later = await openPage(browser, page.url(), { stored: { 'workbench-hints': 'off' } });
  await new Phone(later.page).take('Ana Lima');
  for (const window of [page, later.page]) {
    await window.locator('.wb-day').last().filter({ hasText: 'Today' }).waitFor();
    expect(await window.locator('.wb-day', { hasText: 'Today' }).count()).toBe(1);
    await window.locator('.ph-day').last().filter({ hasText: 'Today' }).waitFor();
    expect(await window.locator('.ph-day', { hasText: 'Today' }).count()).toBe(1);
  }
  expect([...troubles, ...later.troubles]).toEqual([]);
});

test('a page that stays open shows the customer service window close, and open again', async () => {
  const ben = await workbench.sim.customer({ name: 'Ben Okafor' });
  await ben.say(number, 'Hello');
  const { page, troubles } = await openPage(browser, workbench.url, { stored: { 'workbench-hints': 'off' } });
  await page.locator('.rcx-sidebar-item', { hasText: 'Ben Okafor' }).click();
  await page.locator('[data-window=open]').waitFor();
  await workbench.travel(23 * 60 + 1);
  await page.locator('[data-window=closingSoon]', { hasText: 'Window closes in' }).waitFor();
  await workbench.travel(60);
  await page.locator('[data-window=closed]').waitFor();
  await ben.say(number, 'I am back');
  await page.locator('[data-window=open]').waitFor();
  expect(troubles).toEqual([]);
});
