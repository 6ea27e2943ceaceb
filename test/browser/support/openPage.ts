import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';

/** A window of the page, and everything that went wrong in it. */
export interface Window {
  page: Page;
  /** Errors and warnings of the console, uncaught errors, refused requests. */
  troubles: string[];
}

/** The options of a window. */
interface WindowOptions {
  width?: number;
  height?: number;
  /** Kept in the browser before the page loads: theme, open tool, hints. */
  stored?: Record<string, string>;
}

/** Opens a window of its own, as a second person would have it. */
export async function openPage(browser: Browser, url: string, options: WindowOptions = {}): Promise<Window> {
  const { width = 1280, height = 800, stored = {} } = options;
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en-GB', reducedMotion: 'reduce' });
  const remember = Object.entries(stored).map(
    ([name, value]) => `localStorage.getItem('${name}') ?? localStorage.setItem('${name}', '${value}');`,
  );
  await context.addInitScript({ content: remember.join('\n') });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`uncaught: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
  });
  await page.goto(url);
  return { page, troubles };
}

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Serious and critical findings of axe on a page, as `rule: element`. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const { violations } = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** Findings about Rocket.Chat's own elements: boxes, switches, menus and banners have no names there; a disabled tab is pale. */
const OF_ROCKET_CHAT =
  /^(label: <input class="rcx-box rcx-box--full rcx-(check-box|toggle-switch|radio)|button-name: <button type="button" class="[^"]*rcx-button--icon|color-contrast: <button [^>]*rcx-tabs__item--disabled|label: <input [^>]*rcx-input-box--type-(date|time))/;

/** The findings of axe on a page that shows every element of UIKit, without those that are Rocket.Chat's. */
export async function ownAxeFindings(page: Page): Promise<string[]> {
  return (await axeFindings(page)).filter((finding) => !OF_ROCKET_CHAT.test(finding));
}
