import type { Template } from '../../../src/handlers/dialog360/parseTemplates';
import { jobs } from '../../../src/handlers/entry/jobs/jobs';
import { removeNumber, saveNumber } from '../../../src/handlers/numbers/numbers';
import { areTemplatesDue } from '../../../src/handlers/entry/jobs/everyMinute';
import { countStates } from '../../../src/handlers/numbers/doctor/numberChecks';
import {
  describeAge,
  fetchTemplates,
  REFRESH_SOON,
  refreshSoon,
} from '../../../src/handlers/numbers/templates/fetchTemplates';
import { isHidden } from '../../../src/handlers/numbers/templates/sendableTemplates';
import {
  changeTemplate,
  findTemplate,
  findTemplateLanguages,
  findTemplates,
  noteTemplatesFailure,
  removeTemplates,
  saveTemplates,
} from '../../../src/handlers/numbers/templates/templates';
import { fakeHost } from '../../support/fakeHost';
import { connectedNumber } from '../../support/records';
import type { fakeHttp } from '../dialog360/support/connect';

describe('templates', () => {
  const template: Template = {
    id: '1',
    name: 'hello',
    language: 'en',
    status: 'APPROVED',
    category: 'UTILITY',
    components: [{ type: 'BODY', text: 'Hello {{1}}' }],
  };
  const named = (name: string, more: Partial<Template> = {}): Template => ({ ...template, name, ...more });

  test('the templates of a number are stored, replaced and forgotten, those of another stay', async () => {
    const { host } = fakeHost();
    await saveTemplates(host, { number: '1', readAt: 5, templates: [template] });
    await saveTemplates(host, { number: '2', readAt: 6, templates: [template] });
    expect(await findTemplates(host, '1')).toMatchObject({ readAt: 5, templates: [{ name: 'hello', language: 'en' }] });
    await saveTemplates(host, { number: '1', readAt: 7, templates: [] });
    expect(await findTemplates(host, '1')).toMatchObject({ readAt: 7, templates: [] });
    expect(await findTemplate(host, '1', 'hello', 'en')).toBeUndefined();
    await removeTemplates(host, '1');
    expect(await findTemplates(host, '1')).toBeUndefined();
    expect(await findTemplate(host, '2', 'hello', 'en')).toMatchObject({ name: 'hello' });
    await removeTemplates(host, '2');
    expect(await findTemplate(host, '2', 'hello', 'en')).toBeUndefined();
  });

  test('the list has no texts, and only so many rows', async () => {
    const { host } = fakeHost();
    const long = Array.from({ length: 10_001 }, (_, at) => named(`t${at}`));
    await saveTemplates(host, { number: '1', readAt: 1, templates: long });
    const stored = await findTemplates(host, '1');
    expect(stored?.templates).toHaveLength(10_000);
    expect(JSON.stringify(stored)).not.toContain('Hello');
  });

  test('a template is found with its parts, its language in any spelling, by one read of a part of all', async () => {
    const { host, store } = fakeHost();
    const many = Array.from({ length: 1_000 }, (_, at) => named(`t${at}`));
    const templates = [...many, named('hello', { language: 'pt_BR' }), named('hello')];
    await saveTemplates(host, { number: '1', readAt: 1, templates });
    const reads: number[] = [];
    const read = store.readByAssociation.bind(store);
    store.readByAssociation = async (...args) => {
      const records = await read(...args);
      reads.push(JSON.stringify(records).length);
      return records;
    };
    const found = await findTemplate(host, '1', 'hello', 'pt-br');
    expect(found).toMatchObject({ language: 'pt_BR', definition: { body: { variables: ['1'] } } });
    expect(reads).toHaveLength(1);
    expect(reads[0]).toBeLessThan(JSON.stringify(templates).length / 20);
    expect((await findTemplateLanguages(host, '1', 'hello')).map(({ language }) => language)).toEqual(['pt_BR', 'en']);
    expect(await findTemplate(host, '1', 'hello', 'fr')).toBeUndefined();
  });

  test('a reading tells what it changed', async () => {
    const { host } = fakeHost();
    const first = await saveTemplates(host, {
      number: '1',
      readAt: 1,
      templates: [named('a'), named('b'), named('c')],
    });
    expect(first).toEqual({ added: 3, changed: 0, gone: 0 });
    const components = [{ type: 'BODY', text: 'Good morning' }];
    const templates = [named('a'), named('b', { components }), named('d'), named('d', { language: 'de' })];
    expect(await saveTemplates(host, { number: '1', readAt: 2, templates })).toEqual({ added: 2, changed: 1, gone: 1 });
  });

  test('a failure keeps what was known, and a first one leaves an empty list', async () => {
    const { host } = fakeHost();
    await noteTemplatesFailure(host, '1', { at: 3, key: 'errors:bug' });
    expect(await findTemplates(host, '1')).toMatchObject({ templates: [], failure: { at: 3 } });
    await saveTemplates(host, { number: '1', readAt: 4, templates: [template] });
    await noteTemplatesFailure(host, '1', { at: 5, key: 'errors:bug' });
    expect(await findTemplates(host, '1')).toMatchObject({ readAt: 4, templates: [{ name: 'hello' }] });
    expect(await findTemplate(host, '1', 'hello', 'en')).toMatchObject({ status: 'APPROVED' });
  });

  test('news of one template change the list and the template; nothing is added', async () => {
    const { host } = fakeHost();
    await saveTemplates(host, { number: '1', readAt: 1, templates: [named('a'), named('b')] });
    await changeTemplate(host, '1', ({ name }) => name === 'a', { status: 'PAUSED' });
    expect((await findTemplates(host, '1'))?.templates.map(({ status }) => status)).toEqual(['PAUSED', 'APPROVED']);
    expect(await findTemplate(host, '1', 'a', 'en')).toMatchObject({ status: 'PAUSED' });
    await changeTemplate(host, '1', ({ name }) => name === 'x', { status: 'PAUSED' });
    await changeTemplate(host, '2', () => true, { status: 'PAUSED' });
    expect((await findTemplates(host, '1'))?.templates).toHaveLength(2);
    expect(await findTemplates(host, '2')).toBeUndefined();
  });

  test('of two pieces that two instances stored at once the newer one counts', async () => {
    const { host, store } = fakeHost();
    await saveTemplates(host, { number: '1', readAt: 1, templates: [template] });
    const read = store.readByAssociation.bind(store);
    store.readByAssociation = async (...args) => {
      const records = await read(...args);
      return records.flatMap((record) => [record, { ...record, storedAt: 1, templates: [] }].reverse());
    };
    expect(await findTemplate(host, '1', 'hello', 'en')).toBeDefined();
  });

  test('another address of a header’s sample file is no change, another text is one', async () => {
    const { host } = fakeHost();
    const of = (text: string, address: string) =>
      saveTemplates(host, {
        number: '1',
        readAt: 1,
        templates: [
          named('offer', {
            components: [
              { type: 'HEADER', format: 'IMAGE', example: { header_handle: [address] } },
              { type: 'BODY', text },
            ],
          }),
        ],
      });
    await of('Look', 'https://example.com/1');
    expect(await of('Look', 'https://example.com/2')).toMatchObject({ added: 0, changed: 0, gone: 0 });
    expect(await of('Look here', 'https://example.com/2')).toMatchObject({ changed: 1 });
  });
});

describe('areTemplatesDue', () => {
  const MINUTE = 60_000;
  const now = 1_000 * MINUTE;
  const stored = (facts: { readAgo?: number; failedAgo?: number }) => ({
    kind: 'templates' as const,
    number: '1',
    templates: [],
    ...(facts.readAgo === undefined ? {} : { readAt: now - facts.readAgo * MINUTE }),
    ...(facts.failedAgo === undefined ? {} : { failure: { at: now - facts.failedAgo * MINUTE, key: 'errors:bug' } }),
  });

  test.each([
    ['never read', undefined, {}, true],
    ['read a moment ago', { readAgo: 1 }, {}, false],
    ['read as long ago as the setting says', { readAgo: 30 }, {}, true],
    ['read a minute ago, with the shortest interval', { readAgo: 0.9 }, { interval: 1 }, true],
    ['read before something changed', { readAgo: 2 }, { since: now - MINUTE }, true],
    ['read after something changed', { readAgo: 1 }, { since: now - 2 * MINUTE }, false],
    ['failed just now', { readAgo: 40, failedAgo: 1 }, {}, false],
    ['failed just now, and something changed', { readAgo: 40, failedAgo: 1 }, { since: now }, false],
    ['failed some minutes ago', { readAgo: 40, failedAgo: 5 }, {}, true],
    ['failed a minute ago, with a shorter interval', { failedAgo: 1 }, { interval: 1 }, true],
  ])('%s', (_case, facts, when, due) => {
    expect(areTemplatesDue(facts && stored(facts), { interval: 30, now, ...when })).toBe(due);
  });
});

describe('countStates', () => {
  const inStates = (...states: string[]) =>
    states.map((status, index) => ({ name: `t${index}`, language: 'en', status }));

  test('templates are counted by what their state means to people, and an unknown state is another one', () => {
    expect(countStates(inStates('APPROVED', 'PENDING', 'APPROVED', 'IN_APPEAL', 'PAUSED', 'IN_ORBIT'))).toEqual([
      ['doctor:templatesApproved', 2],
      ['doctor:templatesInReview', 2],
      ['doctor:templatesPaused', 1],
      ['doctor:templatesOther', 1],
    ]);
  });

  test('no template is in no state', () => {
    expect(countStates([])).toEqual([]);
  });
});

describe('describeAge', () => {
  test.each([
    [0, 'en', '1 second ago'],
    [59_000, 'en', '59 seconds ago'],
    [60_000, 'de', 'vor 1 Minute'],
    [12 * 60_000, 'en', '12 minutes ago'],
    [5 * 3_600_000, 'ru', '5 часов назад'],
    [49 * 3_600_000, 'pt-BR', 'há 2 dias'],
    [12 * 60_000, 'ar', 'قبل 12 دقيقة'],
  ])('%d ms in %s is %s', (age, language, words) => {
    expect(describeAge(age, language)).toBe(words);
  });
});

describe('fetchTemplates', () => {
  const number = connectedNumber();
  const list = (...names: string[]) => ({
    json: {
      total: names.length,
      waba_templates: names.map((name) => ({
        name,
        language: 'en',
        status: 'approved',
        components: [{ type: 'BODY' }],
      })),
    },
  });

  async function connected(...replies: Parameters<typeof fakeHttp>) {
    const { host } = fakeHost({ replies });
    await saveNumber(host, number);
    return host;
  }

  test('the list is kept without the texts of its templates', async () => {
    const host = await connected(list('a', 'b'));
    const before = Date.now();
    await fetchTemplates(host, number);
    const stored = await findTemplates(host, number.digits);
    expect(stored?.templates).toMatchObject([
      { name: 'a', language: 'en', status: 'APPROVED' },
      { name: 'b', language: 'en', status: 'APPROVED' },
    ]);
    expect(JSON.stringify(stored)).not.toContain('BODY');
    expect(stored?.readAt).toBeGreaterThanOrEqual(before);
  });

  test('an attempt that fails keeps the list and says why, and the next one that succeeds forgets that', async () => {
    const host = await connected(list('a'), { status: 500 }, list('b'));
    await fetchTemplates(host, number);
    const first = await findTemplates(host, number.digits);
    await fetchTemplates(host, number);
    const second = await findTemplates(host, number.digits);
    expect(second).toMatchObject({ ...first, stamp: expect.any(String), failure: { key: 'errors:dialog360Down' } });
    await fetchTemplates(host, number);
    const third = await findTemplates(host, number.digits);
    expect(third?.templates).toMatchObject([{ name: 'b' }]);
    expect(third?.failure).toBeUndefined();
  });

  test('a first attempt that fails leaves no list, only the reason', async () => {
    const host = await connected({ status: 500 });
    await fetchTemplates(host, number);
    const stored = await findTemplates(host, number.digits);
    expect(stored).toMatchObject({ templates: [], failure: { key: 'errors:dialog360Down' } });
    expect(stored?.readAt).toBeUndefined();
  });

  test('nothing is kept for a number that was disconnected meanwhile', async () => {
    const host = await connected(list('a'));
    await removeNumber(host, number.digits);
    await fetchTemplates(host, number);
    expect(await findTemplates(host, number.digits)).toBeUndefined();
  });
});

describe('hiddenTemplates', () => {
  test.each([
    [['marketing'], true],
    [['utility'], false],
    [['summer_*'], true],
    [['*sale'], true],
    [['s*m*sale'], true],
    [['summer_sale'], true],
    [['sale'], false],
    [['summer_sale*sale'], false],
    [[], false],
  ])('%j hides summer_sale, a marketing template: %s', (hidden, expected) => {
    expect(isHidden({ name: 'Summer_Sale', category: 'MARKETING' }, hidden)).toBe(expected);
  });
});

describe('refreshSoon', () => {
  test('a job of ours is asked for, a moment later, and told since when the list is out of date', async () => {
    const asked: { id: string; when: Date; data: { since: number } }[] = [];
    const scheduler = { scheduleOnce: async (job: (typeof asked)[number]) => void asked.push(job) };
    const { host } = fakeHost({ modify: { getScheduler: () => scheduler as never } });
    const before = Date.now();
    await refreshSoon(host);
    await refreshSoon(host, 0);
    expect(asked).toHaveLength(2);
    expect(jobs.map(({ id }) => id)).toContain(REFRESH_SOON);
    expect(asked[0]!.data.since).toBeGreaterThanOrEqual(before);
    expect(asked[0]!.when.getTime()).toBeGreaterThan(asked[0]!.data.since);
    expect(asked[1]!.when.getTime()).toBe(asked[1]!.data.since);
  });

  test('a scheduler that refuses is logged, and fails nothing else', async () => {
    const scheduler = {
      scheduleOnce: async () => {
        throw new Error('no scheduler');
      },
    };
    const { host, log } = fakeHost({ modify: { getScheduler: () => scheduler as never } });
    await refreshSoon(host);
    expect(log).toEqual([expect.stringContaining('no scheduler')]);
  });
});
