import type { Browser } from 'playwright-core';
import { startTestWorkbench } from '../e2e/support/instances/startTestWorkbench';
import type { TestWorkbench } from '../e2e/support/instances/TestWorkbench';
import { waitFor } from '../e2e/support/waitFor';
import { openBrowser } from './support/chromium';
import { axeFindings, openPage } from './support/openPage';
import type { Window } from './support/openPage';
import { pressOnMessage } from './support/pageActions';

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
    expect(await axeFindings(page)).toEqual([]);
    // Typed text is not lost.
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

describe('what is typed', () => {
  const composer = () => window.page.locator('.wb-composer textarea');

  test('stays when one looks into another room, and when the page is loaded again', async () => {
    const { page } = await openPage(browser, workbench.url);
    const open = (name: string) => page.locator('.rcx-sidebar-item', { hasText: name }).click();
    const field = page.locator('.wb-composer textarea');
    await open('general');
    await field.fill('Half a sentence');
    await open('omnichannel');
    await waitFor(async () => (await field.inputValue()) === '');
    await open('general');
    await waitFor(async () => (await field.inputValue()) === 'Half a sentence');
    await page.reload();
    await waitFor(async () => (await field.inputValue()) === 'Half a sentence');
  });

  test('is sent once, however often Enter is pressed, and what is typed meanwhile stays', async () => {
    const { page } = window;
    await page.route('**/api/v1/chat.sendMessage', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue();
    });
    await composer().fill('Once only');
    await composer().press('Enter');
    await composer().press('Enter');
    await composer().fill('The next one');
    await page.locator('.rcx-message', { hasText: 'Once only' }).waitFor();
    expect(await page.locator('.rcx-message', { hasText: 'Once only' }).count()).toBe(1);
    expect(await composer().inputValue()).toBe('The next one');
    await page.unroute('**/api/v1/chat.sendMessage');
  });

  test('is posted once when the answer is lost and Enter is pressed again, also after the page was loaded anew', async () => {
    const { page } = await openPage(browser, `${workbench.url}/channel/general?user=agent1`);
    const field = page.locator('.wb-composer textarea');
    await page.locator('.wb-page[data-connection=online] .rcx-message').first().waitFor();
    // The message arrives, its answer and its event do not: the page has to believe that it failed.
    await page.route('**/api/v1/chat.sendMessage', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.route('**/api/workbench/events', (route) => route.abort());
    await workbench.restart();
    await page.getByText('The connection to the workbench is lost.').waitFor();
    await field.fill('Lost on the way back');
    await field.press('Enter');
    await page.locator('.rcx-toastbar', { hasText: 'The server cannot be reached' }).waitFor();
    expect(await field.inputValue()).toBe('Lost on the way back');
    await page.unroute('**/api/v1/chat.sendMessage');
    await field.press('Enter');
    await waitFor(async () => (await field.inputValue()) === '', { what: 'the text to be taken' });
    const agent = await workbench.as('agent1');
    const posted = async (text: string) => (await agent.messages('general')).filter(({ msg }) => msg === text);
    expect(await posted('Lost on the way back')).toHaveLength(1);

    await page.route('**/api/v1/chat.sendMessage', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await field.fill('Lost again');
    await field.press('Enter');
    await waitFor(async () => (await field.inputValue()) === 'Lost again');
    await page.unrouteAll();
    await page.reload();
    // A message in the room is no longer a draft.
    await page.locator('.rcx-message', { hasText: 'Lost again' }).waitFor();
    expect(await field.inputValue()).toBe('');
    expect(await posted('Lost again')).toHaveLength(1);
  });

  test('waits aside while an older message is changed', async () => {
    const { page } = window;
    await pressOnMessage(page.locator('.rcx-message', { hasText: 'Once only' }), 'Edit');
    expect(await composer().inputValue()).toBe('Once only');
    await composer().fill('Once and for all');
    await composer().press('Enter');
    await page.locator('.rcx-message', { hasText: 'Once and for all' }).waitFor();
    expect(await composer().inputValue()).toBe('The next one');
  });
});

test('a long history is loaded page by page as one scrolls up, and what one reads stays where it is', async () => {
  const agent = await workbench.as('agent1');
  const { _id: rid } = await agent.room('general');
  for (let number = 1; number <= 120; number += 1) {
    await agent.http.post('/api/v1/chat.sendMessage', { message: { rid, msg: `Message number ${number}.` } });
  }
  const { page, troubles } = await openPage(browser, `${workbench.url}/channel/general?user=agent2`);
  const shown = (number: number) => page.getByText(`Message number ${number}.`, { exact: true });
  await shown(120).waitFor();
  expect(await shown(70).count()).toBe(0);
  const scrollTo = (top: number) => page.evaluate(`document.querySelector('.wb-messages').scrollTo({ top: ${top} })`);
  const place = async () => (await shown(74).boundingBox())?.y ?? 0;
  await scrollTo(50);
  const before = await place();
  await scrollTo(30);
  await shown(70).waitFor({ state: 'attached' });
  expect(Math.round((await place()) - before)).toBe(20);
  await waitFor(async () => {
    await scrollTo(0);
    return (await shown(1).count()) === 1;
  });
  expect(troubles).toEqual([]);
});

test('the end of a room stays in sight, however quickly messages come, until one scrolls up', async () => {
  const agent = await workbench.as('agent1');
  const { _id: rid } = await agent.room('general');
  const { page } = await openPage(browser, `${workbench.url}/channel/general?user=agent2`);
  await page.locator('.wb-page[data-connection=online] .rcx-message').first().waitFor();
  const send = (msg: string) => agent.http.post('/api/v1/chat.sendMessage', { message: { rid, msg } });
  const fromEnd = () =>
    page.evaluate<number>(
      '(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight)(document.querySelector(".wb-messages"))',
    );
  const long = Array.from({ length: 12 }, (_, line) => `Line ${line}`).join('\n');
  for (let round = 1; round <= 8; round += 1)
    await Promise.all([1, 2, 3].map((part) => send(`${long} ${round}.${part}`)));
  await page.locator('.rcx-message', { hasText: 'Line 11 8.3' }).waitFor();
  await waitFor(async () => Math.abs(await fromEnd()) < 2, { what: 'the end of the list' });
  await page.locator('.wb-messages').hover();
  await page.mouse.wheel(0, -600);
  await waitFor(async () => (await fromEnd()) > 300);
  await send('One more');
  await page.locator('.rcx-message', { hasText: 'One more' }).waitFor({ state: 'attached' });
  expect(await fromEnd()).toBeGreaterThan(300);
});

test('a server that has forgotten everything knows one again without a word', async () => {
  const other = await startTestWorkbench({ page: true });
  try {
    const { page } = await openPage(browser, `${other.url}/?user=agent2`);
    await page.locator('.wb-sidebar-me').waitFor();
    await other.restart();
    await page.getByText('The connection to the workbench is lost.').waitFor({ state: 'detached' });
    await page.locator('.wb-page[data-connection=online] .wb-sidebar-me', { hasText: 'Agent Two' }).waitFor();
  } finally {
    await other.stop();
  }
});

test('a user whom the server does not know is told so, and signs in with name and password', async () => {
  const { page } = await openPage(browser, `${workbench.url}/?user=nobody`);
  await page.getByRole('alert').getByText('Signing in did not work').waitFor();
  const form = page.getByRole('form', { name: 'Sign in' });
  await form.getByLabel('Username').fill('agent2');
  await form.getByLabel('Password').fill('wrong');
  await form.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').getByText('Unauthorized').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await form.getByLabel('Password').fill('agent2');
  await form.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('.wb-sidebar-me', { hasText: 'Agent Two' }).waitFor();
});
