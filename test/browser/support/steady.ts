import type { Page } from 'playwright-core';

/** Times and generated names, which differ from run to run, become the same ones; fonts and pictures are waited for. */
const STEADY = `(async () => {
  const say = (selector, text) => document.querySelectorAll(selector).forEach((one) => { one.textContent = text; });
  say('[class*="message"] [class*="time"], time', '09:41');
  say('.wb-attachment-title > span:first-child', 'photo.jpg');
  say('.wb-panel small', '');
  await document.fonts.ready;
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
})()`;

/** Makes a page look the same at every run. */
export async function steady(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(STEADY);
}
