import type { Browser, Locator, Page } from 'playwright-core';
import { conversationOf } from '../e2e/support/conversationWith';
import { startTestWorkbench } from '../e2e/support/instances/startTestWorkbench';
import type { TestWorkbench } from '../e2e/support/instances/TestWorkbench';
import { openBrowser } from './support/chromium';
import { axeFindings, openPage } from './support/openPage';
import { Phone } from './support/pageActions';

// Somebody who has no pointer: connects a number, answers a customer, sends a template, closes the conversation, reads the help.

let workbench: TestWorkbench;
let browser: Browser;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  [workbench, browser] = await Promise.all([startTestWorkbench({ page: true }), openBrowser()]);
  ({ page, troubles } = await openPage(browser, workbench.url));
});

afterAll(async () => {
  await browser.close();
  await workbench.stop();
});

/** More than there are on a page. */
const MOST_STOPS = 120;

/** Goes to an element with Tab alone. @throws Error when the keyboard does not get there */
async function tabTo(wanted: Locator, on = page): Promise<void> {
  await wanted.first().waitFor();
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if ((await wanted.and(on.locator(':focus')).count()) > 0) return;
    await on.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${String(wanted)}`);
}

async function press(wanted: Locator, on = page): Promise<void> {
  await tabTo(wanted, on);
  await on.keyboard.press('Enter');
}

/** Chooses an entry of an open menu with the arrows. */
async function pick(name: string | RegExp): Promise<void> {
  const item = page.getByRole('menuitem', { name });
  await item.first().waitFor();
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if ((await item.and(page.locator(':focus')).count()) > 0) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The arrows do not lead to ${String(name)}`);
}

const button = (name: string) => page.getByRole('button', { name, exact: true });

test('a number is connected', async () => {
  await press(button('Yes'));
  await press(button('Connect WhatsApp Number'));
  await page.locator('#apiKey:focus').waitFor();
  await page.keyboard.type(workbench.demo.apiKey);
  await tabTo(page.getByRole('dialog').getByLabel('Phone Number'));
  await page.keyboard.type(workbench.demo.phoneNumber);
  await press(page.getByRole('dialog').getByRole('button', { name: 'Connect', exact: true }));
  await page.getByText('Your WhatsApp number is now connected!').waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('a customer writes on the phone, and the agent who has the conversation answers', async () => {
  await tabTo(page.locator('.ph-write textarea'));
  await page.keyboard.type('Are you open today?');
  await page.keyboard.press('Enter');
  const { agent } = await conversationOf(workbench, 'Ana Souza');
  const name = agent.username === 'agent1' ? 'Agent One' : 'Agent Two';
  await press(page.locator('.wb-sidebar-me'));
  await pick(name);
  await page.locator('.wb-sidebar-me', { hasText: name }).waitFor();
  await press(page.locator('.rcx-sidebar-item', { hasText: 'Ana Souza' }));
  await page.locator('.rcx-message', { hasText: 'Are you open today?' }).waitFor();
  await tabTo(page.locator('.wb-composer textarea'));
  await page.keyboard.type('Yes, until six.');
  await page.keyboard.press('Enter');
  await new Phone(page).shows('Yes, until six.');
});

test('a template is chosen, filled in, reviewed and sent', async () => {
  await press(button('Options'));
  await pick('Send WhatsApp template');
  const bar = page.locator('.rcx-vertical-bar');
  await tabTo(bar.locator('#search-templates'));
  await page.keyboard.type('ticket update');
  await bar.getByText('hello_world').waitFor({ state: 'detached' });
  await press(bar.getByRole('button', { name: 'Open', exact: true }));
  await press(bar.getByRole('button', { name: 'Use', exact: true }));
  const modal = page.getByRole('dialog').filter({ has: page.locator('.rcx-modal__footer') });
  await tabTo(modal.locator('form input[type=text]').last());
  await page.keyboard.type('4711');
  await press(modal.getByRole('button', { name: 'Review', exact: true }));
  await press(modal.getByRole('button', { name: 'Send', exact: true }));
  await modal.getByText(/was sent to Ana Souza/).waitFor();
  await page.keyboard.press('Escape');
  await modal.waitFor({ state: 'detached' });
  await new Phone(page).shows('#4711');
});

test('the conversation is closed', async () => {
  await press(button('Close chat'));
  const question = page.getByRole('dialog').filter({ has: page.getByLabel('Comment') });
  await tabTo(question.getByLabel('Comment'));
  await page.keyboard.type('All is well');
  await press(question.getByRole('button', { name: 'Confirm' }));
  await page.getByText('This conversation is over.').waitFor();
});

test('the help opens in a window of its own; its search leads to a heading; light and dark, axe finds nothing', async () => {
  const opening = page.waitForEvent('popup');
  await press(page.getByRole('link', { name: 'Help' }));
  const help = await opening;
  await help.getByRole('heading', { level: 1 }).waitFor();
  await help.keyboard.press('/');
  await help.keyboard.type('413 body');
  await help.locator('#results a').first().waitFor();
  expect(await axeFindings(help)).toEqual([]);
  await help.keyboard.press('ArrowDown');
  await help.keyboard.press('Enter');
  await help.waitForURL(/\/help\/\w+\.html#/);
  await help.emulateMedia({ colorScheme: 'dark' });
  expect(await axeFindings(help)).toEqual([]);
  const away = await help.goto(`${workbench.url}/help/nowhere.html`);
  expect(away?.status()).toBe(404);
  expect(troubles).toEqual([]);
});
