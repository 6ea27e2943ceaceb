import { performance } from 'node:perf_hooks';
import { conversationWith } from '../../../test/e2e/support/conversationWith';
import { connectDemoNumber } from '../../../test/e2e/support/connectDemoNumber';
import { startTestWorkbench } from '../../../test/e2e/support/instances/startTestWorkbench';
import type { TestClient } from '../../../test/e2e/support/clients/TestClient';
import type { TestWorkbench } from '../../../test/e2e/support/instances/TestWorkbench';
import { waitFor } from '../../../test/e2e/support/waitFor';
import { customerNumber } from '../load/webhooks';
import { percentile, show, type Figures, type Measurement } from '../report/Figures';
import { places } from '../stage/Stage';

/** Meta: an account has at most so many. */
const MANY = 6_000;

/** Milliseconds within which a step that asks nobody is to be on the screen. */
const SOON = 100;

/** The published contract lets one request name so many numbers; the answer is to come within so many milliseconds. */
const NUMBERS = 250;
const ANSWER_MS = 2_000;

const LANGUAGES = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pt_BR', 'tr', 'ru', 'ar', 'hi', 'id'];

/** The wizard's steps and the refresh with as many templates as there can be, and `POST templateMessage`. */
export const measureTemplates: Measurement = async ({ quick }) => {
  const workbench = await startTestWorkbench({ zip: places.appZip });
  try {
    const templates = Array.from({ length: quick ? 600 : MANY }, (_, at) => ({
      name: `notice_${Math.floor(at / LANGUAGES.length)}`,
      language: LANGUAGES[at % LANGUAGES.length] ?? 'en',
      category: 'UTILITY',
      components: [{ type: 'BODY', text: `Notice ${at}: {{1}}`, example: { body_text: [['something']] } }],
    }));
    await workbench.sim.http.post('/templates', { templates });
    const number = await connectDemoNumber(workbench);
    const { agent, room } = await conversationWith(workbench, number, 'Ana Souza');
    await waitFor(
      async () => {
        await openList(agent, room);
        return textOf(agent).includes('1–8 of');
      },
      { what: 'the templates', timeout: 60_000, interval: 500 },
    );
    return [
      await measureSteps(agent, room, quick ? 3 : 30, templates.length),
      await measureRefresh(agent, room, quick ? 1 : 5, templates.length),
      await measureRequests(workbench, number, quick ? 1 : 5),
    ];
  } finally {
    await workbench.stop();
  }
};

async function openList(agent: TestClient, room: string): Promise<void> {
  if (agent.modal.isOpen) agent.modal.escape();
  await agent.runCommand('/whatsapp-360d-cloud send-template', room);
  await waitFor(() => agent.modal.isOpen, { what: 'the list', interval: 1 });
}

function textOf(agent: TestClient): string {
  return agent.modal.texts.join('\n');
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

async function measureSteps(agent: TestClient, room: string, rounds: number, count: number): Promise<Figures> {
  const { modal } = agent;
  const steps: [name: string, press: () => Promise<unknown>][] = [
    ['open the list', () => openList(agent, room)],
    ['next page', () => modal.click('Next page')],
    ['filter by language', () => modal.choose('filter-language', 'German')],
    ['all languages again', () => modal.choose('filter-language', 'All languages')],
    ['search', () => modal.fill('Search', 'appointment reminder')],
    ['show the template', () => modal.click('Open')],
    ['use it', () => modal.click('Use')],
    ['fill a field in', () => modal.fill('Text {{2}}', 'Monday')],
    ['fill the last field in', () => modal.fill('Text {{3}}', 'noon')],
    ['review', () => modal.submit()],
    ['back', () => modal.click('Back')],
  ];
  const times = new Map<string, number[]>(steps.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, press] of steps) times.get(name)?.push(await timed(press));
  }
  const all = [...times.values()].flat();
  const slowest = percentile(all, 99);
  const row = (name: string, values: readonly number[]) => [
    name,
    show.ms(percentile(values, 50)),
    show.ms(percentile(values, 99)),
  ];
  return {
    title: 'Steps of sending a template',
    method:
      `From the press until the next view is with the client, ${rounds} times each, one client, ${show.count(count)} templates.\n` +
      'No step of these asks 360dialog anything.',
    columns: ['step', 'p50, ms', 'p99, ms'],
    rows: [...[...times].map(([name, values]) => row(name, values)), row('all of them', all)],
    goals: [
      { what: 'a step of the wizard, p99, ms', goal: `≤ ${SOON}`, measured: show.ms(slowest), isMet: slowest <= SOON },
    ],
  };
}

async function measureRefresh(agent: TestClient, room: string, rounds: number, count: number): Promise<Figures> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await openList(agent, room);
    times.push(
      await timed(async () => {
        await agent.modal.click('Refresh Templates');
        const isOver = async () => {
          // A view that waits longer than usual shows the result when it is asked.
          if (textOf(agent).includes('You can close this window')) await agent.modal.click('Show the result');
          return textOf(agent).includes('Nothing has changed');
        };
        await waitFor(isOver, { what: 'the result of the refresh' });
      }),
    );
  }
  return {
    title: 'Refresh of all templates',
    method: `From the press on **Refresh Templates** until its result is shown, ${rounds} times. The templates come in pages.`,
    columns: ['templates', 'p50, s', 'most, s'],
    rows: [[show.count(count), show.seconds(percentile(times, 50)), show.seconds(Math.max(...times))]],
  };
}

async function measureRequests(workbench: TestWorkbench, number: string, rounds: number): Promise<Figures> {
  const template = {
    name: 'ticket_update',
    language: { code: 'en', policy: 'deterministic' },
    components: [
      {
        type: 'body',
        parameters: ['customer_name', 'ticket_id'].map((name) => ({ type: 'text', parameter_name: name, text: name })),
      },
    ],
  };
  const path = workbench.privateUrl('templateMessage').slice(workbench.url.length);
  const answers: number[] = [];
  const drained: number[] = [];
  let isTaken = true;
  await workbench.sim.fault('status-dropped', { which: 'all' });
  for (let round = 0; round < rounds; round += 1) {
    const phoneNumbers = Array.from({ length: NUMBERS }, (_, n) => `+${customerNumber(NUMBERS * round + n)}`);
    const start = performance.now();
    const { status } = await workbench.http.request('POST', path, {
      phoneNumbers,
      connectedWhatsAppNo: number,
      template,
    });
    answers.push(performance.now() - start);
    isTaken &&= status === 200;
    const wanted = NUMBERS * (round + 1);
    await waitFor(async () => (await templatesSent(workbench)) === wanted, {
      what: `${wanted} templates`,
      timeout: 60_000,
      interval: 1_000,
    });
    drained.push(performance.now() - start);
  }
  const slowest = Math.max(...answers);
  return {
    title: '`POST templateMessage`',
    method:
      `${NUMBERS} numbers in a request, as many as the contract allows, ${rounds} times: until the answer, and until WhatsApp has taken\n` +
      'the last one. Meta lets a number send 80 messages a second; the app keeps to 70. Statuses do not come.',
    columns: ['numbers', 'answer p50, ms', 'most, ms', 'all sent after, s', 'templates/s'],
    rows: [
      [
        show.count(NUMBERS),
        show.ms(percentile(answers, 50)),
        show.ms(slowest),
        show.seconds(percentile(drained, 50)),
        show.count(NUMBERS / (percentile(drained, 50) / 1_000)),
      ],
    ],
    goals: [
      {
        what: `answer of templateMessage with ${NUMBERS} numbers, ms`,
        goal: `≤ ${show.count(ANSWER_MS)}`,
        measured: show.ms(slowest),
        isMet: isTaken && slowest <= ANSWER_MS,
      },
    ],
  };
}

/** How many templates WhatsApp took, as the app's own records tell. */
async function templatesSent(workbench: TestWorkbench): Promise<number> {
  const links = (await workbench.records()).filter(({ data }) => data['kind'] === 'link');
  return links.filter(({ data }) => data['template'] !== undefined).length;
}
