import type { Browser } from 'playwright-core';
import { connectDemoNumber } from '../e2e/support/connectDemoNumber';
import { conversationOf } from '../e2e/support/conversationWith';
import type { SimulatedPhone } from '../e2e/support/clients/SimulatorClient';
import { startTestWorkbench } from '../e2e/support/instances/startTestWorkbench';
import type { TestWorkbench } from '../e2e/support/instances/TestWorkbench';
import { openBrowser } from './support/chromium';
import { axeFindings, openPage } from './support/openPage';

// What an agent sees of who has answered, and how an agent reacts, in a conversation with a customer.

let workbench: TestWorkbench;
let browser: Browser;
let number: string;
let phone: SimulatedPhone;

beforeAll(async () => {
  [workbench, browser] = await Promise.all([startTestWorkbench({ page: true }), openBrowser()]);
  number = await connectDemoNumber(workbench, { 'Welcome Message (optional)': 'Welcome to Padaria Sol!' });
  phone = await workbench.sim.customer({ name: 'Ana Souza' });
});

afterAll(async () => {
  await browser.close();
  await workbench.stop();
});

test('an automatic text stands as a record; the room’s information tells who has answered', async () => {
  await phone.say(number, 'Are you open?');
  await phone.receive(number, 'Welcome to Padaria Sol!');
  const { agent, room } = await conversationOf(workbench, 'Ana Souza');
  const { page, troubles } = await openPage(browser, `${workbench.url}/live/${room._id}?user=${agent.username}`, {
    stored: { 'workbench-hints': 'off' },
  });
  const welcome = page.locator('.rcx-message', { hasText: 'Welcome to Padaria Sol!' });
  await welcome.locator('.wb-message-edited').waitFor();
  await page.getByRole('button', { name: 'Room information' }).click();
  const facts = page.locator('.wb-room-facts');
  const fact = (name: string) => facts.locator('div', { hasText: name }).locator('dd');
  expect(await fact('Waits for an answer').textContent()).toBe('yes');
  expect(await fact('Active contact').textContent()).toBe('no');
  await page.locator('.wb-composer textarea').fill('Until six.');
  await page.locator('.wb-composer textarea').press('Enter');
  await fact('Answers that count').filter({ hasText: '1' }).waitFor();
  expect(await fact('Last question answered by').textContent()).toBe(agent.username);
  expect(await fact('Active contact').textContent()).toBe(new Date().toISOString().slice(0, 7));

  // Reactions: no entry at the message, but a message of its own reacts to the last one.
  await phone.say(number, 'Thank you');
  const thanks = page.locator('.rcx-message', { hasText: 'Thank you' });
  await thanks.hover();
  await thanks.getByRole('button', { name: 'Quote' }).waitFor();
  expect(await thanks.getByRole('button', { name: 'Add a reaction' }).count()).toBe(0);
  await page.locator('.wb-composer textarea').fill('+:thumbsup:');
  await page.locator('.wb-composer textarea').press('Enter');
  // WhatsApp's times are whole seconds: in the room the answer may stand behind what came after it.
  await page.locator('[data-reaction=thumbsup]').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(troubles).toEqual([]);
});
