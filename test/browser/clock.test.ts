import type { Browser } from 'playwright-core';
import { connectDemoNumber } from '../e2e/support/connectDemoNumber';
import { conversationWith } from '../e2e/support/conversationWith';
import { startTestWorkbench } from '../e2e/support/instances/startTestWorkbench';
import type { TestWorkbench } from '../e2e/support/instances/TestWorkbench';
import { axeFindings, openPage } from './support/openPage';
import { openBrowser } from './support/chromium';
import { Phone } from './support/pageActions';

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

/** Where pictures are put, for somebody who wants to look at them. */
const pictures = process.env.CLOCK_PICTURES;

test('a page that stays open shows what becomes of messages, and the customer service window close and open again', async () => {
  const { phone, agent, room } = await conversationWith(workbench, number, 'Ben Okafor');
  const { page, troubles } = await openPage(browser, `${workbench.url}/live/${room}?user=${agent.username}`, {
    stored: { 'workbench-hints': 'off' },
    height: 1000,
  });
  const look = async (name: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeFindings(page)).toEqual([]);
      if (pictures) await page.screenshot({ path: `${pictures}/${name}-${colorScheme}.png` });
    }
  };
  const write = async (text: string) => {
    await page.locator('.wb-composer textarea').fill(text);
    await page.locator('.wb-composer textarea').press('Enter');
  };
  const messages = page.locator('.rcx-message');
  await page.locator('[data-window=open]').waitFor();

  await write('Your bread is ready');
  await messages.filter({ hasText: 'Delivered' }).waitFor();
  await phone.open(number);
  await messages.filter({ hasText: /Read/ }).waitFor();
  expect(await messages.filter({ hasText: 'Delivered' }).count()).toBe(0);

  await workbench.sim.fault('error-code', { code: 131042 }, { times: 1 });
  await write('It costs four reais');
  const failed = messages.filter({ hasText: 'WhatsApp code 131042' });
  await failed.getByRole('button', { name: 'Send again' }).waitFor();
  await look('failure');
  await failed.getByRole('button', { name: 'Send again' }).click();
  await phone.receive(number, 'It costs four reais');
  await failed.waitFor({ state: 'detached' });

  await workbench.travel(23 * 60 + 1);
  await page.locator('[data-window=closingSoon]', { hasText: 'Window closes in' }).waitFor();
  await workbench.travel(60);
  await page.locator('[data-window=closed]').waitFor();
  await write('We close at six');
  const late = messages.filter({ hasText: 'only lets a template through' });
  await late.getByRole('button', { name: 'Send when they answer' }).waitFor();
  await look('closed');
  await late.getByRole('button', { name: 'Send when they answer' }).click();
  await messages.filter({ hasText: 'Waits for the customer' }).waitFor();
  await phone.say(number, 'I am back');
  await page.locator('[data-window=open]').waitFor();
  await phone.receive(number, 'We close at six');
  expect(troubles).toEqual([]);

  if (pictures) {
    await workbench.setSettings({ preferred_language: 'ar' });
    await workbench.sim.fault('error-code', { code: 131042 }, { times: 1 });
    await write('مرحبا');
    await messages
      .filter({ hasText: /WhatsApp.*131042/ })
      .last()
      .waitFor();
    await look('arabic');
  }
});
