import type { Browser } from 'playwright-core';
import { connectDemoNumber } from '../e2e/support/connectDemoNumber';
import { conversationWith } from '../e2e/support/conversationWith';
import type { SimulatedPhone } from '../e2e/support/clients/SimulatorClient';
import { phonesFrom } from '../e2e/support/templateLists';
import { startTestWorkbench } from '../e2e/support/instances/startTestWorkbench';
import type { TestClient } from '../e2e/support/clients/TestClient';
import type { TestWorkbench } from '../e2e/support/instances/TestWorkbench';
import { axeFindings, openPage } from './support/openPage';
import { openBrowser } from './support/chromium';

// A template, from the menu of a conversation to the customer's phone, as an agent sees it in the page.

let workbench: TestWorkbench;
let browser: Browser;
let number: string;
let phone: SimulatedPhone;
let agent: TestClient;
let room: string;

beforeAll(async () => {
  [workbench, browser] = await Promise.all([startTestWorkbench({ page: true }), openBrowser()]);
  number = await connectDemoNumber(workbench);
  ({ phone, agent, room } = await conversationWith(workbench, number, 'Ana Souza'));
});

afterAll(async () => {
  await browser.close();
  await workbench.stop();
});

/** Where pictures of the steps are put, for somebody who wants to look at them. */
const pictures = process.env.TEMPLATE_PICTURES;

interface Words {
  open: string;
  use: string;
  review: string;
  send: string;
  filled: string;
  sent: RegExp;
}

const english: Words = {
  open: 'Open',
  use: 'Use',
  review: 'Review',
  send: 'Send',
  filled: 'Summer',
  sent: /was sent to Ana Souza/,
};
const arabic: Words = {
  open: 'فتح',
  use: 'استخدام',
  review: 'مراجعة',
  send: 'إرسال',
  filled: 'الصيف',
  sent: /Ana Souza/,
};

/** Rocket.Chat's client that the page plays. */
type Client = 'web' | 'mobile';

/**
 * Walks to the result, from the menu of the conversation or, on mobile, which has none, by the command; each step is checked
 * for barriers and for trouble.
 */
async function walk(
  name: string,
  { theme, template, words, client = 'web' }: { theme: string; template: string; words: Words; client?: Client },
): Promise<void> {
  const { page, troubles } = await openPage(browser, `${workbench.url}/live/${room}?user=${agent.username}`, {
    stored: {
      'workbench-hints': 'off',
      'workbench-theme': theme,
      'workbench-mobile': client === 'mobile' ? 'on' : 'off',
    },
    height: 1000,
  });
  const look = async (step: string) => {
    expect(await axeFindings(page)).toEqual([]);
    if (pictures) await page.screenshot({ path: `${pictures}/${name}-${step}.png` });
  };
  const modal = page.getByRole('dialog').filter({ has: page.locator('.rcx-modal__footer') });
  if (client === 'web') {
    await page.getByRole('button', { name: 'Options' }).click();
    await page.getByRole('menuitem', { name: /^(Send WhatsApp template|إرسال قالب WhatsApp)$/ }).click();
  } else {
    await page
      .getByRole('textbox', { name: /Message/ })
      .first()
      .fill('/whatsapp-360d-cloud send-template');
    await page.keyboard.press('Enter');
    await modal.waitFor();
    expect(await page.getByRole('button', { name: 'Options' }).count()).toBe(0);
  }
  // The steps that choose stand beside the room, and in a modal where there is no contextual bar.
  const bar = client === 'web' ? page.locator('.rcx-vertical-bar') : modal;
  await bar.getByText('hello_world').waitFor();
  await look('1-list');
  await bar.locator('#search-templates').fill(template);
  await bar.getByText('hello_world').waitFor({ state: 'detached' });
  await bar.getByRole('button', { name: words.open, exact: true }).click();
  await bar.getByRole('button', { name: words.use, exact: true }).waitFor();
  await look('2-details');
  await bar.getByRole('button', { name: words.use, exact: true }).click();
  await modal.getByRole('button', { name: words.review, exact: true }).waitFor();
  await modal.getByRole('button', { name: words.review, exact: true }).click();
  await modal.locator('img[alt="⚠️"], .rcx-modal__content :text("⚠")').first().waitFor();
  await look('3-problems');
  for (const input of await modal.locator('form input[type=text]').all()) await input.fill(words.filled);
  await modal.getByText(words.filled).first().waitFor();
  await look('4-form');
  await modal.getByRole('button', { name: words.review, exact: true }).click();
  await modal.getByRole('button', { name: words.send, exact: true }).waitFor();
  await look('5-review');
  await modal.getByRole('button', { name: words.send, exact: true }).click();
  await modal.getByText(words.sent).waitFor();
  await look('6-sent');
  expect(troubles).toEqual([]);
  await page.close();
}

test.each([
  ['light', 'ticket update'],
  ['dark', 'appointment'],
])('an agent sends a template in %s', (theme, template) => walk(theme, { theme, template, words: english }));

test('an agent sends a template on mobile, in modals, by the command', async () => {
  await walk('mobile', {
    theme: 'light',
    template: 'coupon',
    words: { ...english, filled: 'Autumn' },
    client: 'mobile',
  });
  await phone.receive(number, (shown) => JSON.stringify(shown).includes('Use code Autumn'));
});

test('a pasted list that is too long for the server does nothing, as its hint says, and stays for the next try', async () => {
  const { page, troubles } = await openPage(browser, `${workbench.url}/channel/general?user=admin`, {
    stored: { 'workbench-hints': 'off' },
    height: 1000,
  });
  const modal = page.getByRole('dialog').filter({ has: page.locator('.rcx-modal__footer') });
  const press = (name: string) => modal.getByRole('button', { name, exact: true }).click();
  await page.locator('.wb-composer textarea').fill('/whatsapp-360d-cloud send-template');
  await page.keyboard.press('Enter');
  await modal.locator('#search-templates').fill('hello world');
  await modal.getByText('appointment_reminder').waitFor({ state: 'detached' });
  await press('Open');
  await press('Use');
  await press('Send to a list');
  const field = modal.locator('textarea');
  await modal.getByText('If “Next” does nothing, the list is too long for Rocket.Chat').waitFor();
  // The server counts bytes, not people; a list of thousands of lines takes a browser long to lay out.
  const list = phonesFrom(77_000, 2).join(`\n${'0'.repeat(105_000)}\n`);
  await field.fill(list);
  await press('Next');
  await page.getByRole('tab', { name: 'Linter', exact: true }).click();
  await page.getByText('the server answers 413, and nothing happens on the screen').first().waitFor();
  expect(troubles.filter((each) => each.startsWith('413'))).toHaveLength(1);
  expect(await field.inputValue()).toBe(list);
  await field.fill(phonesFrom(77_000, 2).join('\n'));
  await press('Next');
  await modal.getByRole('button', { name: 'Send to 2', exact: true }).waitFor();
  await page.close();
});

test('an agent sends a template in Arabic', async () => {
  await workbench.setSettings({ preferred_language: 'ar' });
  await walk('arabic', { theme: 'light', template: 'order update', words: arabic });
  await phone.receive(number, (shown) => JSON.stringify(shown).includes('الصيف'));
});
