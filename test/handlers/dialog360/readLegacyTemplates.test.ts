import { readLegacyTemplates } from '../../../src/handlers/dialog360/readLegacyTemplates';
import { connect } from './support/connect';
import { failureOf } from './support/failureOf';

const rows = (...names: string[]) => names.map((name) => ({ name, language: 'en' }));

describe('readLegacyTemplates', () => {
  test.each([
    ['one page', [{ waba_templates: rows('a', 'b'), total: 2, count: 2 }], ['a', 'b'], [0]],
    [
      'pages of the size that the server likes',
      [
        { waba_templates: rows('a', 'b'), total: 3 },
        { waba_templates: rows('c'), total: 3 },
      ],
      ['a', 'b', 'c'],
      [0, 2],
    ],
    ['no total', [{ waba_templates: rows('a') }], ['a'], [0]],
    ['no templates', [{ waba_templates: [], total: 0 }], [], [0]],
    [
      'a total that never comes true',
      [
        { waba_templates: rows('a'), total: 9 },
        { waba_templates: [], total: 9 },
      ],
      ['a'],
      [0, 1],
    ],
  ])('reads %s', async (_case, pages, names, offsets) => {
    const { connection, requests } = connect(...pages.map((json) => ({ json })));
    const { templates } = await readLegacyTemplates(connection);
    expect(templates.map(({ name }) => name)).toEqual(names);
    expect(requests.map(({ url }) => url)).toEqual(
      offsets.map((offset) => `https://waba.example/v1/configs/templates?limit=1000&offset=${offset}`),
    );
  });

  test('ends with a server that never comes to an end', async () => {
    const pages = Array.from({ length: 150 }, () => ({ json: { waba_templates: rows('a'), total: 1e9 } }));
    const { connection, requests } = connect(...pages);
    await readLegacyTemplates(connection);
    expect(requests).toHaveLength(100);
  });

  test('does not take another JSON for an empty list', async () => {
    const { connection } = connect({ json: { data: [] } });
    expect(await failureOf(readLegacyTemplates(connection))).toMatchObject({ key: 'errors:answerUnreadable' });
  });
});
