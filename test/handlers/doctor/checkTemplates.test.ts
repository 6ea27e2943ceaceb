import type { Template } from '../../../src/handlers/dialog360/parseTemplates';
import { checkTemplates } from '../../../src/handlers/numbers/doctor/numberChecks';
import { noteTemplatesFailure, saveTemplates } from '../../../src/handlers/numbers/templates/templates';
import { exam } from '../../support/exam';

const MINUTE = 60_000;
const template: Template = { name: 'hello', language: 'en', status: 'APPROVED', components: [] };
const ago = (minutes: number) => Date.now() - minutes * MINUTE;

interface Known {
  readAt?: number;
  templates?: Template[];
  failure?: { at: number; key: string; params?: Record<string, string> };
}

async function found({ readAt, templates = [], failure }: Known, settings: object = {}) {
  const examined = await exam({ settings: { ...settings } });
  const number = examined.number.digits;
  if (readAt !== undefined) await saveTemplates(examined.host, { number, readAt, templates });
  if (failure) await noteTemplatesFailure(examined.host, number, failure);
  return checkTemplates(examined);
}

const lines = async (...of: Parameters<typeof found>) =>
  (await found(...of)).map(({ level, says }) => `${level} ${says.key}`);

test('how many there are, in which states, and how old the list is', async () => {
  const templates = [template, { ...template, language: 'pt_BR' }, { ...template, status: 'PAUSED' }];
  expect(await found({ readAt: ago(12), templates })).toEqual([
    {
      level: 'good',
      says: { key: 'doctor:templates', params: { count: 3, states: 'approved: 2, paused: 1', age: '12 minutes ago' } },
    },
  ]);
});

test.each([
  ['no template', { readAt: ago(1) }, {}, ['doubtful doctor:noTemplates']],
  [
    'a list older than the setting says',
    { readAt: ago(40), templates: [template] },
    {},
    ['good doctor:templates', 'doubtful doctor:templatesOld'],
  ],
  [
    'a list as old as another setting allows',
    { readAt: ago(40), templates: [template] },
    { template_refresh_interval: 60 },
    ['good doctor:templates'],
  ],
  [
    'an attempt that failed',
    { readAt: ago(20), templates: [template], failure: { at: ago(2), key: 'errors:dialog360Down' } },
    {},
    ['good doctor:templates', 'doubtful doctor:templatesFailed'],
  ],
  [
    'a first attempt that failed',
    { failure: { at: ago(2), key: 'errors:dialog360Down' } },
    {},
    ['doubtful doctor:templatesFailed'],
  ],
])('%s', async (_case, stored, settings, expected) => {
  expect(await lines(stored, settings)).toEqual(expected);
});

test('why the last attempt failed is told in words', async () => {
  const [line] = await found({ failure: { at: ago(2), key: 'errors:unreachable', params: { details: 'x' } } });
  expect(line?.says.params).toMatchObject({ age: '2 minutes ago', reason: expect.stringContaining('reached') });
});

test('nothing was read yet', async () => {
  expect(await checkTemplates(await exam())).toMatchObject([
    { level: 'doubtful', says: { key: 'doctor:templatesUnread' } },
  ]);
});

test('more than Outbound Messages lists are said, as far as they can be sent and are not hidden', async () => {
  const many = Array.from({ length: 501 }, (_, at) => ({ ...template, name: `t${at}` }));
  const paused = Array.from({ length: 9 }, (_, at) => ({ ...template, name: `p${at}`, status: 'PAUSED' }));
  const readAt = ago(1);
  const [, more] = await found({ readAt, templates: [...many, ...paused] });
  expect(more).toMatchObject({
    level: 'good',
    says: { key: 'doctor:templatesNotOffered', params: { count: 501, limit: 500 } },
  });
  expect(await lines({ readAt, templates: [...many.slice(1), ...paused] })).toEqual(['good doctor:templates']);
  expect(await lines({ readAt, templates: many }, { hidden_templates: 't1*' })).toEqual(['good doctor:templates']);
});
