import type { Browser, Page } from 'playwright-core';
import { conversationOf } from '../e2e/support/conversationWith';
import { startTestWorkbench } from '../e2e/support/instances/startTestWorkbench';
import type { TestWorkbench } from '../e2e/support/instances/TestWorkbench';
import { comparePicture, steady } from './support/pictures';
import { fillConnectForm, Phone } from './support/pageActions';
import { openBrowser, shippedChromium } from './support/chromium';
import { openPage } from './support/openPage';

// Golden pictures, which are also those of the README and the guides. They are taken and compared with the Chromium that
// comes with npm, whatever else is installed, because it draws the same everywhere.

let workbench: TestWorkbench;
let browser: Browser;
let page: Page;

const SIZE = { width: 1200, height: 760 };

beforeAll(async () => {
  const chromium = await shippedChromium();
  [workbench, browser] = await Promise.all([startTestWorkbench({ page: true }), openBrowser(chromium)]);
  ({ page } = await openPage(browser, workbench.url, SIZE));
});

afterAll(async () => {
  await browser.close();
  await workbench.stop();
});

/** The size of the screenshots in Rocket.Chat's marketplace: its guidelines for graphics. */
const MARKETPLACE = { width: 960, height: 540 };

/** The picture once more for the marketplace, where what Rocket.Chat shows matters, not the tools beside it. */
async function looksInMarketplace(name: string, on: Page = page): Promise<void> {
  await on.evaluate(`document.querySelector('.wb-dock').style.display = 'none'`);
  await on.setViewportSize(MARKETPLACE);
  await looksLike(name, on);
  await on.evaluate(`document.querySelector('.wb-dock').style.display = ''`);
  await on.setViewportSize(SIZE);
}

async function looksLike(name: string, on: Page = page): Promise<void> {
  await steady(on);
  const taken = await on.screenshot({ animations: 'disabled' });
  expect(await comparePicture(name, taken)).toBeUndefined();
}

test('the setup channel at the first visit', async () => {
  await page.getByRole('button', { name: 'Yes', exact: true }).waitFor();
  await page.locator('.ph-chat-empty').waitFor();
  await looksLike('setup');
  await looksInMarketplace('marketplace-setup');
});

test('the form that connects a number, with errors under its fields', async () => {
  await page.getByRole('button', { name: 'Yes', exact: true }).click();
  await page.getByRole('button', { name: 'Connect WhatsApp Number' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: 'Connect', exact: true }).click();
  await form.getByRole('alert').nth(1).waitFor();
  await looksLike('connect');
  await looksInMarketplace('marketplace-connect');
});

test('a conversation, in the room and on the phone', async () => {
  await page.locator('#welcomeMessage').fill('Welcome to Padaria Sol! 🥖');
  await fillConnectForm(page, workbench);
  // The line below an agent's message tells the time, which is another one in every picture.
  await workbench.setSettings({ delivery_ticks: 'failures' });
  await new Phone(page).say('Hello! Do you still have *fresh* bread today?');
  const { agent, room } = await conversationOf(workbench, 'Ana Souza');
  const window = await openPage(browser, `${workbench.url}/?user=${agent.username}`, {
    ...SIZE,
    stored: { 'workbench-hints': 'off' },
  });
  const phone = new Phone(window.page);
  await phone.shows('Welcome to Padaria Sol!');
  await window.page.locator('.wb-composer textarea').fill('Yes, until **six**. Shall we keep one for you?');
  await window.page.locator('.wb-composer textarea').press('Enter');
  await phone.shows('Shall we keep one for you?');
  await phone.play('Photo');
  await window.page.locator('.wb-attachment-image').waitFor();
  await phone.say('Like this one, please');
  await window.page.locator('.rcx-message', { hasText: 'Like this one' }).waitFor();
  await workbench.idle();
  expect(room._id).not.toBe('');
  await looksLike('conversation', window.page);
  await looksInMarketplace('marketplace-conversation', window.page);
  await window.page.getByRole('button', { name: 'Options' }).click();
  await window.page.getByRole('menuitem', { name: 'Send WhatsApp template' }).click();
  const bar = window.page.locator('.rcx-vertical-bar');
  await bar.getByText('hello_world').waitFor();
  await bar.locator('#search-templates').fill('ticket update');
  await bar.getByText('hello_world').waitFor({ state: 'detached' });
  await bar.getByRole('button', { name: 'Open', exact: true }).click();
  await bar.getByRole('button', { name: 'Use', exact: true }).waitFor();
  // Emojis are drawn as their names until the table of names is there.
  await bar.getByText(/↩|⤴|↪/).first().waitFor();
  await looksInMarketplace('marketplace-template', window.page);
});

test('a dialogue’s machine, beside the dialogue', async () => {
  await page.getByRole('tab', { name: 'App', exact: true }).click();
  await page.getByRole('tab', { name: 'Machines', exact: true }).click();
  await page.getByRole('button', { name: 'First steps' }).first().click();
  await page.locator('[data-snapshot=setup] [data-current=yes]').waitFor();
  await page.locator('[data-panel] svg').first().waitFor();
  await looksLike('machine');
});

test.each([
  ['elements-in-messages', 'surface=message', 1200],
  ['elements-in-a-modal', 'surface=modal&theme=dark', 760],
])('%s', async (name, query, width) => {
  const gallery = await openPage(browser, `${workbench.url}/gallery?${query}`, { width, height: 1100 });
  await gallery.page.locator('main section').first().waitFor();
  await looksLike(name, gallery.page);
});

test('the form in Arabic', async () => {
  await workbench.setSettings({ preferred_language: 'ar' });
  const arabic = await openPage(browser, `${workbench.url}/group/omnichannel-whatsapp-cloud-api-setup`, {
    ...SIZE,
    stored: { 'workbench-hints': 'off' },
  });
  await arabic.page.locator('html[dir=rtl]').waitFor();
  await arabic.page.locator('.wb-composer textarea').fill('/whatsapp-360d-cloud connect');
  await arabic.page.locator('.wb-composer textarea').press('Enter');
  await arabic.page.getByRole('dialog').waitFor();
  await looksLike('arabic', arabic.page);
});
