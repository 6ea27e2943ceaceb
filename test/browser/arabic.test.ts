import type { Browser } from 'playwright-core';
import { PIXEL } from '../e2e/support/pixel';
import { startTestWorkbench } from '../e2e/support/instances/startTestWorkbench';
import type { TestWorkbench } from '../e2e/support/instances/TestWorkbench';
import { axeFindings, openPage } from './support/openPage';
import { openBrowser } from './support/chromium';
import type { Window } from './support/openPage';
import { connectByPage, Phone } from './support/pageActions';

let workbench: TestWorkbench;
let browser: Browser;
let window: Window;

/** Where pictures of the template bubbles are put, for somebody who wants to look at them. */
const pictures = process.env.TEMPLATE_PICTURES;

const PICTURE = 'https://example.com/picture.png';

/** The business sends a template through the API to the Arabic customer. */
const send = async (name: string, code: string, components: object[]) => {
  const { customers } = await workbench.sim.state();
  const to = customers.find((each) => ARABIC.test(each.name ?? ''))?.waId;
  const template = { name, language: { code }, components };
  await workbench.dialog360.post('/messages', { messaging_product: 'whatsapp', to, type: 'template', template });
};

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
  });

  test('and in the dark, an offer, a carousel and Arabic templates fit on the phone, each with its buttons', async () => {
    const { page } = window;
    const phone = new Phone(page);
    const picture = { type: 'header', parameters: [{ type: 'image', image: { link: PICTURE } }] };
    await page.route(PICTURE, (route) => route.fulfill({ body: PIXEL, contentType: 'image/png' }));
    const text = (words: string) => ({ type: 'text', text: words });
    const card = (index: number, price: string) => ({
      card_index: index,
      components: [
        picture,
        { type: 'body', parameters: [text(price)] },
        { type: 'button', sub_type: 'quick_reply', index: '0', parameters: [{ type: 'payload', payload: 'yes' }] },
        { type: 'button', sub_type: 'url', index: '1', parameters: [text(`slug-${index}`)] },
      ],
    });
    const ends = { type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: Date.now() + 86_400_000 } };
    await send('weekend_deal', 'en_US', [
      picture,
      { type: 'limited_time_offer', parameters: [ends] },
      { type: 'body', parameters: [text('ليلى')] },
      {
        type: 'button',
        sub_type: 'copy_code',
        index: '0',
        parameters: [{ type: 'coupon_code', coupon_code: 'CAKE50' }],
      },
      { type: 'button', sub_type: 'url', index: '1', parameters: [text('n3mtql')] },
    ]);
    await send('new_arrivals', 'en_US', [
      { type: 'body', parameters: [text('ليلى')] },
      { type: 'carousel', cards: [card(0, '4 €'), card(1, '3 €')] },
    ]);
    await send('welcome_back', 'ar', [{ type: 'body', parameters: [text('ليلى')] }]);
    const bubbles = [
      await phone.shows('Cake at half price'),
      await phone.shows('Fresh from the oven'),
      await phone.shows('مرحباً ليلى'),
    ];
    expect(await bubbles[1]?.locator('.ph-cards > div').count()).toBe(2);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const frame = await page.locator('.ph-frame').first().boundingBox();
      for (const [at, bubble] of bubbles.entries()) {
        await bubble.scrollIntoViewIfNeeded();
        const box = await bubble.boundingBox();
        expect(box && frame && box.x >= frame.x && box.x + box.width <= frame.x + frame.width).toBe(true);
        if (pictures) await page.screenshot({ path: `${pictures}/${colorScheme}-${at}.png` });
      }
      expect(await axeFindings(page)).toEqual([]);
    }
    expect(window.troubles).toEqual([]);
  });
});
