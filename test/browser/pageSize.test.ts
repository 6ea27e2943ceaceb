import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { startTestWorkbench } from '../e2e/support/instances/startTestWorkbench';
import type { TestWorkbench } from '../e2e/support/instances/TestWorkbench';
import { openBrowser } from './support/chromium';
import { axeFindings, openPage } from './support/openPage';

const KILOBYTE = 1000;

let workbench: TestWorkbench;
let browser: Browser;

beforeAll(async () => {
  [workbench, browser] = await Promise.all([startTestWorkbench({ page: true }), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await workbench.stop();
});

test('the page with a room and a phone is at most 600 kB of JavaScript, compressed', async () => {
  const { page } = await openPage(browser, 'about:blank');
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') {
      sizes.push(response.body().then((body) => gzipSync(body).length));
    }
  });
  await page.goto(workbench.url);
  await page.locator('.rcx-message').first().waitFor();
  await page.locator('.ph-chat').waitFor();
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(total).toBeGreaterThan(100 * KILOBYTE);
  expect(total).toBeLessThanOrEqual(600 * KILOBYTE);
  expect(await axeFindings(page)).toEqual([]);
});
