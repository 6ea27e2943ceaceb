import { performance } from 'node:perf_hooks';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../../test/browser/support/chromium';
import { openPage } from '../../../test/browser/support/openPage';
import type { TestWorkbench } from '../../../test/e2e/support/instances/TestWorkbench';
import { startTestWorkbench } from '../../../test/e2e/support/instances/startTestWorkbench';
import { percentile, show } from '../report/Figures';
import type { Measurement } from '../report/Figures';
import { places } from '../stage/Stage';

const MOST_SECONDS = 5;
const MOST_MS = 200;

/** How soon somebody sees something: from the command to a room on the screen, and from a message's posting to its sight. */
export const measurePage: Measurement = async ({ quick }) => {
  const [starts, messages] = quick ? [1, 5] : [5, 30];
  const browser = await openBrowser();
  try {
    // The page is built with the installation; a first start sees to it where it was not.
    await (await startTestWorkbench({ zip: places.appZip, page: true })).stop();
    const firstRooms: number[] = [];
    for (let start = 0; start < starts; start += 1) firstRooms.push(await timeOfFirstRoom(browser));
    const sights = await timesOfMessages(browser, messages);
    const [firstRoom, sight] = [percentile(firstRooms, 50), percentile(sights, 50)];
    return [
      {
        title: 'The page',
        method:
          `In a real browser without a window. The first drawn room: from the start of the process, with a page that was built by\n` +
          `the installation, the median of ${starts}. A message: from the request that posts it to the frame that shows it in another\n` +
          `user's window, of ${messages}.`,
        columns: ['what', 'p50', 'most'],
        rows: [
          ['first drawn room, s', show.seconds(firstRoom), show.seconds(Math.max(...firstRooms))],
          ['message on the screen, ms', show.ms(sight), show.ms(Math.max(...sights))],
        ],
        goals: [
          {
            what: 'npm start to the first drawn room, s',
            goal: `≤ ${MOST_SECONDS}`,
            measured: show.seconds(firstRoom),
            isMet: firstRoom <= MOST_SECONDS * 1_000,
          },
          {
            what: 'a posted message on the screen, ms',
            goal: `≤ ${MOST_MS}`,
            measured: show.ms(sight),
            isMet: sight <= MOST_MS,
          },
        ],
      },
    ];
  } finally {
    await browser.close();
  }
};

/** Milliseconds. */
async function timeOfFirstRoom(browser: Browser): Promise<number> {
  const start = performance.now();
  const workbench = await startTestWorkbench({ zip: places.appZip, page: true });
  try {
    await openRoom(browser, workbench, 'admin');
    return performance.now() - start;
  } finally {
    await workbench.stop();
  }
}

/** Notes when each message is drawn: after the frame that shows it. */
const WATCH = `
  window.drawn = {};
  new MutationObserver(() => requestAnimationFrame(() => setTimeout(() => {
    for (const { dataset } of document.querySelectorAll('.rcx-message[data-mid]')) window.drawn[dataset.mid] ??= Date.now();
  }))).observe(document.querySelector('.wb-messages'), { childList: true, subtree: true });
`;

/** Milliseconds each. */
async function timesOfMessages(browser: Browser, count: number): Promise<number[]> {
  const workbench = await startTestWorkbench({ zip: places.appZip, page: true });
  try {
    const page = await openRoom(browser, workbench, 'agent1');
    await page.evaluate(WATCH);
    const agent = await workbench.as('agent2');
    const { _id: rid } = await agent.room('general');
    const times: number[] = [];
    for (let number = 1; number <= count; number += 1) {
      const posted = Date.now();
      const { message } = await agent.http.post<{ message: { _id: string } }>('/api/v1/chat.sendMessage', {
        message: { rid, msg: `Message number ${number}` },
      });
      const drawn = await page.waitForFunction<number>(`window.drawn[${JSON.stringify(message._id)}]`);
      times.push((await drawn.jsonValue()) - posted);
    }
    return times;
  } finally {
    await workbench.stop();
  }
}

async function openRoom(browser: Browser, workbench: TestWorkbench, user: string): Promise<Page> {
  const { page } = await openPage(browser, `${workbench.url}/channel/general?user=${user}`);
  await page.locator('.wb-page[data-connection=online] .wb-messages').waitFor();
  return page;
}
