import type { Browser } from 'playwright-core';
import { startTestWorkbench } from '../e2e/support/instances/startTestWorkbench';
import type { TestWorkbench } from '../e2e/support/instances/TestWorkbench';
import { waitFor } from '../e2e/support/waitFor';
import { axeFindings, openPage } from './support/openPage';
import { connectByPage, Phone } from './support/pageActions';
import { openBrowser } from './support/chromium';
import type { Window } from './support/openPage';

// The phone plays a customer: sends each kind from the panel, and shows what the business sent as a phone does.

let workbench: TestWorkbench;
let browser: Browser;
let window: Window;
let phone: Phone;

const ANA = '5511955550111';

beforeAll(async () => {
  [workbench, browser] = await Promise.all([startTestWorkbench({ page: true }), openBrowser()]);
  window = await openPage(browser, workbench.url);
  await connectByPage(window.page, workbench);
  phone = new Phone(window.page);
  await phone.say('Good morning');
  await window.page.locator('.rcx-sidebar-item', { hasText: 'Ana Souza' }).click();
});

afterAll(async () => {
  await browser.close();
  await workbench.stop();
});

const inRoom = (text: string) => window.page.locator('.rcx-message', { hasText: text }).last();
const typed = (type: string) => window.page.locator(`.ph-bubble[data-type="${type}"]`).last();
const onBubble = async (text: string, item: string) => {
  const bubble = await phone.shows(text);
  await bubble.hover();
  await bubble.getByRole('button', { name: 'Message', exact: true }).click();
  await window.page.getByRole('menuitem', { name: item }).click();
};

/** The business sends through the API, as the app does. */
const send = (message: Record<string, unknown>) =>
  workbench.dialog360.post('/messages', {
    messaging_product: 'whatsapp',
    to: ANA,
    ...message,
  });
const interactive = (content: Record<string, unknown>) => send({ type: 'interactive', interactive: content });

test.each([
  ['Photo', 'image'],
  ['Video', 'video'],
  ['Audio', 'audio'],
  ['Document', 'document'],
  ['Sticker', 'sticker'],
  ['Location', 'location'],
  ['Contact cards', 'contacts'],
  ['Order', 'order'],
])('sends a %s from its menu', async (item, type) => {
  await phone.play(item);
  await typed(type).waitFor();
});

test('all of it is in the room, drawn', async () => {
  await waitFor(async () => (await window.page.locator('.wb-attachment-image').count()) >= 2, { what: 'pictures' });
  for (const kind of ['video', 'audio']) await window.page.locator(`.wb-attachment ${kind}`).first().waitFor();
  for (const text of ['invoice', 'Location', 'Marta Oliveira', 'Order']) await inRoom(text).waitFor();
});

test('a file of one’s own goes into the room with its name', async () => {
  await window.page.locator('[data-phone-upload]').setInputFiles({
    name: 'receipt.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('One loaf'),
  });
  await phone.shows('receipt.txt');
  await inRoom('receipt.txt').waitFor();
});

test('quotes, reacts and takes a reaction back', async () => {
  await onBubble('Good morning', 'Reply');
  await phone.say('As I said');
  await (await phone.shows('As I said')).locator('.ph-quote', { hasText: 'Good morning' }).waitFor();
  await window.page.locator('.wb-attachment-quote', { hasText: 'Good morning' }).first().waitFor();
  await onBubble('As I said', 'React ❤️');
  await (await phone.shows('As I said')).locator('.ph-reactions', { hasText: '❤️' }).waitFor();
  await onBubble('As I said', 'Remove the reaction');
  await (await phone.shows('As I said')).locator('.ph-reactions').waitFor({ state: 'detached' });
});

test('changes a message in the text field, and takes one back', async () => {
  await phone.say('At nine');
  await inRoom('At nine').waitFor();
  await onBubble('At nine', 'Edit');
  const field = window.page.locator('.ph-write textarea');
  expect(await field.inputValue()).toBe('At nine');
  await phone.say('At ten');
  await (await phone.shows('At ten')).getByText('Edited').waitFor();
  await inRoom('At ten').waitFor();
  expect(await field.inputValue()).toBe('');
  await onBubble('At ten', 'Delete for everyone');
  await phone.shows('You deleted this message');
});

test('answers buttons and lists by a tap, which the room hears', async () => {
  await interactive({
    type: 'button',
    body: { text: 'Shall we keep one for you?' },
    action: { buttons: [{ type: 'reply', reply: { id: 'yes', title: 'Yes, please' } }] },
  });
  await phone.shows('Shall we keep one for you?');
  await window.page.getByRole('button', { name: 'Yes, please' }).click();
  await inRoom('Yes, please').waitFor();
  const rows = [{ id: 'rye', title: 'Rye', description: 'Dark' }];
  await interactive({
    type: 'list',
    body: { text: 'Which bread?' },
    action: { button: 'Our breads', sections: [{ title: 'Today', rows }] },
  });
  await phone.shows('Which bread?');
  await window.page.getByRole('button', { name: 'Our breads' }).click();
  await window.page.getByRole('button', { name: 'Rye' }).click();
  await inRoom('Rye').waitFor();
});

test('shows a template filled in, with its buttons', async () => {
  const text = (words: string) => ({ type: 'text', text: words });
  await send({
    type: 'template',
    template: {
      name: 'order_update',
      language: { code: 'en_US' },
      components: [
        { type: 'header', parameters: [text('2031')] },
        { type: 'body', parameters: [text('Ana'), text('at six')] },
        { type: 'button', sub_type: 'url', index: '0', parameters: [text('2031')] },
      ],
    },
  });
  const bubble = await phone.shows('Hi Ana, your order is on its way and arrives at six.');
  await bubble.getByText('Order 2031').waitFor();
  expect(await bubble.getByRole('link', { name: 'Track' }).getAttribute('href')).toBe('https://example.com/track/2031');
});

test('a new customer comes by one click, and what is half written on the first phone stays there', async () => {
  const field = window.page.locator('.ph-write textarea');
  await field.fill('Half a sent');
  const before = await window.page.locator('[data-customer]').count();
  await window.page.getByRole('button', { name: 'New customer' }).click();
  await waitFor(async () => (await window.page.locator('[data-customer]').count()) === before + 1);
  await waitFor(async () => (await field.inputValue()) === '');
  await phone.say('I am new here');
  await phone.shows('I am new here');
  await window.page.locator('.rcx-sidebar-item .rcx-badge').first().waitFor();
  await phone.take('Ana Souza');
  await waitFor(async () => (await field.inputValue()) === 'Half a sent', { what: 'the half sentence' });
});

test('nothing went wrong in the console, and axe has no serious findings', async () => {
  expect(window.troubles).toEqual([]);
  expect(await axeFindings(window.page)).toEqual([]);
});

test.each(['dark', 'high-contrast'])('nor has axe in the %s theme', async (theme) => {
  const { page } = await openPage(browser, workbench.url, { stored: { 'workbench-theme': theme } });
  await page.locator('.ph-bubble').first().waitFor();
  await page.locator('.rcx-sidebar-item', { hasText: 'Ana Souza' }).click();
  await page.locator('.rcx-message').first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
});
