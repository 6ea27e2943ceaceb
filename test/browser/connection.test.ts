import type { Browser } from 'playwright-core';
import { startTestWorkbench } from '../e2e/support/startTestWorkbench';
import type { TestWorkbench } from '../e2e/support/TestWorkbench';
import { openBrowser } from './support/openBrowser';
import { openPage } from './support/openPage';
import type { Window } from './support/openPage';

let workbench: TestWorkbench;
let browser: Browser;
let window: Window;

beforeAll(async () => {
  [workbench, browser] = await Promise.all([startTestWorkbench({ page: true, durable: true }), openBrowser()]);
  window = await openPage(browser, `${workbench.url}/?user=agent1`);
  await window.page.locator('.wb-sidebar-me').waitFor();
});

afterAll(async () => {
  await browser.close();
  await workbench.stop();
});

describe('a server that goes away', () => {
  test('is told by a banner, and what one does meanwhile by a toast', async () => {
    const { page } = window;
    await page.locator('.rcx-sidebar-item', { hasText: 'general' }).click();
    await workbench.kill();
    await page.getByText('The connection to the workbench is lost.').waitFor();
    await page.locator('.wb-composer textarea').fill('Is anybody there?');
    await page.locator('.wb-composer textarea').press('Enter');
    await page.locator('.rcx-toastbar', { hasText: 'The server cannot be reached' }).waitFor();
    // What was typed is not lost.
    expect(await page.locator('.wb-composer textarea').inputValue()).toBe('Is anybody there?');
  });

  test('comes back by itself, with what was written meanwhile', async () => {
    const { page } = window;
    await workbench.restart();
    const admin = await workbench.signIn('admin');
    const room = await admin.room('general');
    await admin.http.post('/api/v1/chat.sendMessage', { message: { rid: room._id, msg: 'We are back' } });
    await page.getByText('The connection to the workbench is lost.').waitFor({ state: 'detached' });
    await page.locator('.rcx-message', { hasText: 'We are back' }).waitFor();
    await page.locator('.wb-composer textarea').press('Enter');
    await page.locator('.rcx-message', { hasText: 'Is anybody there?' }).waitFor();
  });
});

test('a user whom the server does not know is told so, and can try again', async () => {
  const { page } = await openPage(browser, `${workbench.url}/?user=nobody`);
  await page.getByRole('alert').getByText('Signing in did not work').waitFor();
  await page.getByRole('button', { name: 'Try again' }).waitFor();
});
