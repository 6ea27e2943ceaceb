import type { Browser } from 'playwright-core';
import { startTestWorkbench } from '../e2e/support/startTestWorkbench';
import type { TestWorkbench } from '../e2e/support/TestWorkbench';
import { axeFindings, openPage } from './support/openPage';
import { openBrowser } from './support/chromium';
import type { Window } from './support/openPage';
import { connectByPage, Phone } from './support/pageActions';

let workbench: TestWorkbench;
let browser: Browser;
let window: Window;

const ARABIC = /\p{Script=Arabic}/u;

beforeAll(async () => {
  [workbench, browser] = await Promise.all([startTestWorkbench({ page: true }), openBrowser()]);
  window = await openPage(browser, workbench.url);
  await connectByPage(window.page, workbench);
});

afterAll(async () => {
  await browser.close();
  await workbench.stop();
});

const side = async (selector: string) => {
  const box = await window.page.locator(selector).first().boundingBox();
  return box && box.x + box.width / 2 > 640 ? 'right' : 'left';
};

describe('Arabic', () => {
  test('turns the page when the app’s language is chosen in its settings', async () => {
    const { page } = window;
    expect(await side('.wb-sidebar')).toBe('left');
    await page.getByRole('tab', { name: 'App', exact: true }).click();
    const setting = page.locator('[data-setting=preferred_language]');
    await setting.getByRole('button').click();
    await page.getByRole('option', { name: 'العربية' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('html[dir=rtl][lang=ar]').waitFor();
    expect(await side('.wb-sidebar')).toBe('right');
    expect(await side('.wb-dock')).toBe('left');
  });

  test('is what the app speaks from then on, in a form that fits', async () => {
    const { page } = window;
    await page.locator('.wb-composer textarea').fill('/whatsapp-360d-cloud connect');
    await page.locator('.wb-composer textarea').press('Enter');
    const form = page.getByRole('dialog');
    await form.waitFor();
    expect(await form.getByRole('heading').first().innerText()).toMatch(ARABIC);
    expect(await form.locator('label').first().innerText()).toMatch(ARABIC);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
  });

  test('goes both ways between phone and room', async () => {
    const { page } = window;
    await page.getByRole('tab', { name: 'Phone', exact: true }).click();
    const phone = new Phone(page);
    await page.locator('[data-customer]').filter({ hasText: ARABIC }).click();
    await phone.say('مرحبا، هل أنتم مفتوحون اليوم؟');
    await phone.shows('مرحبا');
    await page.locator('.wb-sidebar [data-group=others] .rcx-sidebar-item').first().click();
    await page.locator('.rcx-message', { hasText: 'مرحبا' }).waitFor();
    expect(window.troubles).toEqual([]);
  });
});
