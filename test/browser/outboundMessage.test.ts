import type { Browser, Page } from 'playwright-core';
import { connectDemoNumber, templatesRead } from '../e2e/support/connectDemoNumber';
import { conversationOf, conversationWith } from '../e2e/support/conversationWith';
import { startTestWorkbench } from '../e2e/support/instances/startTestWorkbench';
import type { TestWorkbench } from '../e2e/support/instances/TestWorkbench';
import { waitFor } from '../e2e/support/waitFor';
import { axeFindings, openPage } from './support/openPage';
import { openBrowser } from './support/chromium';

// Rocket.Chat's own dialog “Outbound message”, as the page draws it after the client's source, driven as a person does.

let workbench: TestWorkbench;
let browser: Browser;
let number: string;

beforeAll(async () => {
  [workbench, browser] = await Promise.all([startTestWorkbench({ page: true }), openBrowser()]);
  number = await connectDemoNumber(workbench);
  await templatesRead(workbench);
});

afterAll(async () => {
  await browser.close();
  await workbench.stop();
});

/** Where pictures of the steps are put, for somebody who wants to look at them. */
const pictures = process.env.OUTBOUND_PICTURES;

const field = (page: Page, label: string) => page.locator(`[data-outbound-field="${label}"]`);
const choose = async (page: Page, label: string, option: string | RegExp) => {
  await field(page, label).getByRole('button').click();
  await page.locator('.rcx-option').filter({ hasText: option }).click();
};
const next = (page: Page) => page.getByRole('button', { name: 'Next', exact: true }).click();
const open = async (page: Page) => {
  await page.getByRole('button', { name: 'Create new' }).click();
  await page.getByRole('menuitem', { name: 'Outbound message' }).click();
};
const pickContact = async (page: Page, name: string) => {
  await field(page, 'Contact').locator('input').fill(name);
  await page.getByRole('option', { name: new RegExp(name) }).click();
};
const window = (username: string) =>
  openPage(browser, `${workbench.url}/?user=${username}`, {
    stored: { 'workbench-hints': 'off' },
    height: 1000,
  });

test('a manager writes first, and the answer goes to whom was chosen', async () => {
  const name = 'Oda Outbound';
  const { phone, agent, room } = await conversationWith(workbench, number, name);
  await agent.close(room, 'Done');
  const { page, troubles } = await window('manager');
  // Each step in both themes, as where the computer goes over to the dark one meanwhile.
  const look = async (step: string) => {
    await page.locator(`[data-outbound-step="${step}"]`).waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeFindings(page)).toEqual([]);
      if (pictures) await page.screenshot({ path: `${pictures}/${colorScheme}-${step}.png` });
    }
  };
  await open(page);
  await next(page);
  await page.getByText('Contact required').waitFor();
  await pickContact(page, name);
  await choose(page, 'Channel', /WhatsApp 360Dialog/);
  await choose(page, 'To', new RegExp(phone.customer.waId ?? ''));
  await choose(page, 'From', `+${number}`);
  await look('recipient');
  await next(page);
  await choose(page, 'Template', 'ticket_update · de');
  await next(page);
  await page.getByText('Body {{customer_name}} required').waitFor();
  await field(page, 'Body {{customer_name}}')
    .getByRole('button', { name: /Insert a value/ })
    .click();
  await page.getByRole('menuitem', { name, exact: true }).click();
  await field(page, 'Body {{ticket_id}}').locator('input').fill('T-oda');
  // The client does not fill in what is named.
  await page.getByText('Hallo {{customer_name}}').waitFor();
  await look('message');
  await next(page);
  await choose(page, 'Department (optional)', 'Sales');
  await choose(page, 'Agent (optional)', 'agent2');
  await look('replies');
  await next(page);
  await look('review');
  await page.locator('#modal-root').getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText(`Outbound message sent to: ${name}`).waitFor();
  await phone.receive(number, 'T-oda');
  await phone.say(number, 'Danke');
  const answered = await waitFor(
    async () => {
      const found = await conversationOf(workbench, name);
      return found.room._id === room ? undefined : found;
    },
    { what: 'the conversation of the answer' },
  );
  expect(answered.agent.username).toBe('agent2');
  expect(troubles).toEqual([]);
  await page.close();
});

test('templates are asked for at each opening, and Escape asks before it throws away what was typed', async () => {
  await conversationWith(workbench, number, 'Ida Open');
  const { page } = await window('manager');
  for (const times of [1, 2]) {
    await workbench.clearRoundTrips();
    await open(page);
    await pickContact(page, 'Ida Open');
    await choose(page, 'Channel', /WhatsApp 360Dialog/);
    await waitFor(async () => (await workbench.roundTrips('getProviderMetadata')).length === 1, {
      what: `the templates to be asked for, opening ${times}`,
    });
    await page.keyboard.press('Escape');
    await page.getByText('Are you sure you want to discard this outbound message?').waitFor();
    await page.getByRole('button', { name: 'Keep editing' }).click();
    await field(page, 'Contact').getByText('Ida Open').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Discard', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await page.close();
});

test('from a conversation it opens with its contact; the dialog does not say why something failed, the conversation does', async () => {
  const { phone, agent, room } = await conversationWith(workbench, number, 'Udo Failed');
  const { page } = await openPage(browser, `${workbench.url}/live/${room}?user=${agent.username}`, {
    stored: { 'workbench-hints': 'off' },
    height: 1000,
  });
  await page.getByRole('button', { name: 'Room information' }).click();
  await page.getByRole('button', { name: 'Outbound message', exact: true }).click();
  await field(page, 'Contact').getByText('Udo Failed').waitFor();
  await choose(page, 'Channel', /WhatsApp 360Dialog/);
  await choose(page, 'To', new RegExp(phone.customer.waId ?? ''));
  await choose(page, 'From', `+${number}`);
  await next(page);
  await choose(page, 'Template', 'hello_world');
  await next(page);
  await choose(page, 'Department (optional)', 'Sales');
  // A user who may assign only themselves is offered only themselves.
  await choose(page, 'Agent (optional)', agent.username);
  await next(page);
  await workbench.sim.fault('error-code', { code: 131042 }, { times: 1 });
  await page.locator('#modal-root').getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText('Outbound message not sent.').waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  // The conversation is open: the reason stands in it.
  await page.locator('.rcx-message', { hasText: '131042' }).waitFor();
  await page.close();
});
