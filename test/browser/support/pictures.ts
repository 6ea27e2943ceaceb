import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { places } from '../../e2e/support/places';

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

const GOLDEN = join(places.repository, 'docs', 'pictures');
/** Where one looks when a picture differs. */
const TAKEN = join(places.repository, '.workbench', 'pictures');

/** How different a pixel may be, of 1, and how many of them. */
const PIXEL_TOLERANCE = 0.15;
const SHARE_OF_PIXELS = 0.002;

/**
 * The share of pixels in which a picture differs from the golden one, when that is more than the tolerance; undefined when
 * they are the same. With `UPDATE_PICTURES` the picture becomes the golden one. What differs is written down to be looked at.
 */
export async function comparePicture(name: string, taken: Buffer): Promise<string | undefined> {
  const golden = join(GOLDEN, `${name}.png`);
  if (process.env['UPDATE_PICTURES']) {
    await mkdir(GOLDEN, { recursive: true });
    await writeFile(golden, taken);
    return undefined;
  }
  if (!existsSync(golden)) return `docs/pictures/${name}.png is missing: npm run pictures`;
  const [before, now] = [PNG.sync.read(await readFile(golden)), PNG.sync.read(taken)];
  if (before.width !== now.width || before.height !== now.height) return `${now.width} × ${now.height} is another size`;
  const difference = new PNG({ width: now.width, height: now.height });
  const pixels = pixelmatch(before.data, now.data, difference.data, now.width, now.height, {
    threshold: PIXEL_TOLERANCE,
  });
  const share = pixels / (now.width * now.height);
  if (share <= SHARE_OF_PIXELS) return undefined;
  await mkdir(TAKEN, { recursive: true });
  await writeFile(join(TAKEN, `${name}.png`), taken);
  await writeFile(join(TAKEN, `${name}.difference.png`), PNG.sync.write(difference));
  return `${(share * 100).toFixed(2)} % of the pixels differ; see .workbench/pictures`;
}
