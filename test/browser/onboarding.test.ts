import type { Browser } from 'playwright-core';
import { conversationOf } from '../e2e/support/conversationWith';
import { startTestWorkbench } from '../e2e/support/instances/startTestWorkbench';
import type { TestWorkbench } from '../e2e/support/instances/TestWorkbench';
import { axeFindings, openPage } from './support/openPage';
import { openBrowser } from './support/chromium';
import type { Window } from './support/openPage';
import { Phone, pressOnMessage } from './support/pageActions';

let workbench: TestWorkbench;
let browser: Browser;
let first: Window;
let second: Window;

beforeAll(async () => {
  [workbench, browser] = await Promise.all([startTestWorkbench({ page: true }), openBrowser()]);
  first = await openPage(browser, workbench.url);
});

afterAll(async () => {
  await browser.close();
  await workbench.stop();
});

const step = () => first.page.locator('.wb-hint').getAttribute('data-step');
const composer = (window: Window) => window.page.locator('.wb-composer textarea');

/** Where a picture of the hints is put, for somebody who wants to look at it. */
const pictures = process.env.HINT_PICTURES;

describe('from the first click to the first answered customer', () => {
  test('the visitor is the administrator in the setup channel, with a hint', async () => {
    await first.page.getByText('Do you currently have a 360Dialog account?').waitFor();
    expect(await first.page.getByRole('heading', { level: 1 }).innerText()).toBe(
      'omnichannel-whatsapp-cloud-api-setup',
    );
    expect(await step()).toBe('yes');
  });

  test('“Yes” brings the steps, and the form opens with the focus in its first field', async () => {
    await first.page.getByRole('button', { name: 'Yes', exact: true }).click();
    await first.page.getByRole('button', { name: 'Connect WhatsApp Number' }).click();
    await first.page.getByRole('dialog').waitFor();
    expect(await step()).toBe('fill-form');
    await first.page.locator('#apiKey:focus').waitFor();
  });

  test('an empty form has its errors under the fields and stays open', async () => {
    const form = first.page.getByRole('dialog');
    await form.getByRole('button', { name: 'Connect', exact: true }).click();
    await form.locator('.rcx-field__error').nth(1).waitFor();
    expect(await form.locator('.rcx-field', { has: first.page.locator('.rcx-field__error') }).count()).toBe(2);
    await form.locator('.rcx-field', { hasText: 'API Key' }).getByRole('alert').waitFor();
  });

  test('after its errors the form still has the focus: Escape leaves it, and the button opens it again', async () => {
    const form = first.page.getByRole('dialog');
    await form.getByRole('button', { name: 'Connect', exact: true, disabled: false }).waitFor();
    await first.page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    await first.page.getByRole('button', { name: 'Connect WhatsApp Number' }).click();
    await form.waitFor();
  });

  test('a filled form connects the number, closes, and the hint leads on to the phone', async () => {
    const form = first.page.getByRole('dialog');
    await form.getByLabel('API Key').fill(workbench.demo.apiKey);
    await form.getByLabel('Phone Number').fill(workbench.demo.phoneNumber);
    await form.getByRole('button', { name: 'Connect', exact: true }).click();
    await first.page.getByText('Your WhatsApp number is now connected!').waitFor();
    await form.waitFor({ state: 'detached' });
    await first.page.locator('.wb-hint[data-step=write]').waitFor();
  });

  test('what the customer writes is in the sidebar with the app’s own symbol, and unread', async () => {
    await new Phone(first.page).say('Hello! Are you *open* today? 👋');
    const item = first.page.locator('.rcx-sidebar-item', { hasText: 'Ana Souza' });
    await item.waitFor();
    await item.locator('[data-app-icon]').waitFor();
    await item.locator('.rcx-badge').waitFor();
    await first.page.locator('.wb-hint[data-step=answer]').waitFor();
  });

  test('a second window is another user, who answers; the answer is on the phone and in both windows', async () => {
    const { agent } = await conversationOf(workbench, 'Ana Souza');
    second = await openPage(browser, `${workbench.url}/?user=${agent.username}`);
    await second.page.locator('.rcx-message', { hasText: 'Are you open today?' }).waitFor();
    await composer(second).fill('Yes, until **six**.');
    await composer(second).press('Enter');
    await (await new Phone(first.page).shows('Yes, until six.')).locator('strong', { hasText: 'six' }).waitFor();
    await first.page.locator('.rcx-sidebar-item', { hasText: 'Ana Souza' }).click();
    await first.page.locator('.rcx-message', { hasText: 'Yes, until six.' }).waitFor();
    await first.page.locator('.wb-hint[data-step=template]').waitFor();
  });

  test('the hints lead through a template and a message that fails, as the agent in the same window', async () => {
    const { page, troubles } = await openPage(browser, workbench.url);
    const at = (name: string) => page.locator(`.wb-hint[data-step=${name}]`);
    await at('template')
      .getByRole('button', { name: /^Become Agent/ })
      .click();
    await page.locator('.rcx-message', { hasText: 'Are you open today?' }).first().waitFor();
    await page.getByRole('button', { name: 'Options' }).click();
    await page.getByRole('menuitem', { name: 'Send WhatsApp template' }).click();
    const bar = page.locator('.rcx-vertical-bar');
    await bar.getByText('hello_world').waitFor();
    // The bar does not cover the buttons of the conversation's header.
    await page.getByRole('button', { name: 'Options' }).click({ trial: true });
    await bar.locator('#search-templates').fill('ticket update');
    await bar.getByText('hello_world').waitFor({ state: 'detached' });
    await bar.getByRole('button', { name: 'Open', exact: true }).click();
    await bar.getByRole('button', { name: 'Use', exact: true }).click();
    const modal = page.getByRole('dialog').filter({ has: page.locator('.rcx-modal__footer') });
    await modal.locator('form input[type=text]').last().fill('4711');
    await modal.getByRole('button', { name: 'Review', exact: true }).click();
    await modal.getByRole('button', { name: 'Send', exact: true }).click();
    await modal.getByText(/was sent to Ana Souza/).waitFor();
    await modal.getByRole('button', { name: 'Close' }).first().click();
    await at('fail').getByRole('button', { name: 'Let the next message fail' }).click();
    await at('fail').getByRole('status').waitFor();
    await page.locator('.wb-composer textarea').fill('Shall we keep one for you?');
    await page.locator('.wb-composer textarea').press('Enter');
    await at('send-again').waitFor();
    await page.getByRole('button', { name: 'Send again' }).waitFor();
    if (pictures) await page.screenshot({ path: `${pictures}/hint.png` });
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Send again' }).click();
    await at('done').waitFor();
    expect(troubles).toEqual([]);
    await page.close();
  });

  test('a file goes to the phone, a photo comes into the room', async () => {
    await second.page.locator('[data-upload]').setInputFiles({
      name: 'hours.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'),
    });
    await second.page.getByLabel('Message (optional)').fill('Our hours');
    await second.page.getByRole('button', { name: 'Upload file' }).click();
    const phone = new Phone(first.page);
    await phone.shows('hours.pdf');
    await phone.play('Photo');
    await second.page.locator('.wb-attachment-image').waitFor();
  });

  test('an answer that quotes shows what it quotes, and leads to it', async () => {
    const { page } = second;
    const message = page.locator('.rcx-message', { hasText: 'Are you open today?' }).first();
    await pressOnMessage(message, 'Quote');
    await composer(second).fill('As I said');
    await composer(second).press('Enter');
    const quote = page.locator('.wb-attachment-quote', { hasText: 'Are you open today?' });
    await quote.waitFor();
    await quote.getByRole('link').first().click();
    await page.locator('.rcx-message--highlight').waitFor();
  });

  test('slash commands are completed and answer only me', async () => {
    const { page } = first;
    await page.locator('.rcx-sidebar-item', { hasText: 'omnichannel' }).click();
    await composer(first).fill('/wh');
    await page.getByRole('option', { name: /whatsapp-360d-cloud/ }).waitFor();
    await composer(first).press('Enter');
    expect(await composer(first).inputValue()).toBe('/whatsapp-360d-cloud ');
    await composer(first).pressSequentially('numbers');
    await composer(first).press('Enter');
    await page.locator('[data-private]', { hasText: 'Only you can see this message' }).last().waitFor();
  });

  test('a command that nobody knows is no message: it is told, and stays to be mended', async () => {
    const { page } = second;
    await composer(second).fill('/whatsap-360d-cloud numbers');
    await composer(second).press('Enter');
    await page.locator('.rcx-toastbar', { hasText: 'No such command: /whatsap-360d-cloud' }).waitFor();
    expect(await composer(second).inputValue()).toBe('/whatsap-360d-cloud numbers');
    expect(await page.locator('.rcx-message', { hasText: 'whatsap-360d-cloud' }).count()).toBe(0);
    await composer(second).fill('');
  });

  test('a conversation is closed after its comment was asked for', async () => {
    const { page } = second;
    await page.getByRole('button', { name: 'Close chat' }).click();
    const question = page.getByRole('dialog');
    await question.getByLabel('Comment').fill('All is well');
    await question.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('This conversation is over.').waitFor();
    await page.locator('[data-system=livechat-close]', { hasText: 'All is well' }).waitFor();
  });

  test('a customer waits in the queue while nobody takes conversations, until an agent takes the chat', async () => {
    const { page } = second;
    const agent = await workbench.as('admin');
    await agent.http.post('/api/workbench/settings', { id: 'Livechat_Routing_Method', value: 'Manual_Selection' });
    await new Phone(first.page).say('One more thing');
    await page.locator('[data-group=queue] .rcx-sidebar-item', { hasText: 'Ana Souza' }).click();
    await page.getByRole('button', { name: 'Take it!' }).click();
    await page.locator('[data-group=in-progress] .rcx-sidebar-item', { hasText: 'Ana Souza' }).waitFor();
    await composer(second).waitFor();
  });

  test('nothing went wrong in the consoles, and axe has no serious findings', async () => {
    expect(first.troubles).toEqual([]);
    expect(second.troubles).toEqual([]);
    expect(await axeFindings(first.page)).toEqual([]);
    expect(await axeFindings(second.page)).toEqual([]);
  });
});
