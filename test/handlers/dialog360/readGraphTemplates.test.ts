import { readGraphTemplates } from '../../../src/handlers/dialog360/readGraphTemplates';
import { connect } from './support/connect';

const page = (name: string, paging?: object) => ({
  json: { data: [{ name, language: 'en', status: 'APPROVED' }], paging },
});
const next = 'https://elsewhere.example/message_templates?after=FROM_NEXT';

describe('readGraphTemplates', () => {
  test.each([
    ['a list without pages', [page('a')], ['a'], [undefined]],
    [
      'pages by their cursors, on our own address',
      [
        page('a', { cursors: { before: 'x', after: 'C1' }, next }),
        page('b', { cursors: { before: 'y', after: 'C2' } }),
      ],
      ['a', 'b'],
      [undefined, 'C1'],
    ],
    [
      'a cursor that stands in the address only',
      [page('a', { next }), page('b')],
      ['a', 'b'],
      [undefined, 'FROM_NEXT'],
    ],
    [
      'no further when a cursor comes again',
      [page('a', { cursors: { after: 'C' }, next }), page('b', { cursors: { after: 'C' }, next })],
      ['a', 'b'],
      [undefined, 'C'],
    ],
    ['a list with odd paging', [page('a', { cursors: 5 })], ['a'], [undefined]],
  ])('reads %s', async (_case, pages, names, cursors) => {
    const { connection, requests } = connect(...pages);
    const { templates } = await readGraphTemplates(connection);
    expect(templates.map(({ name }) => name)).toEqual(names);
    expect(requests.map(({ url }) => url)).toEqual(
      cursors.map((after) => `https://waba.example/message_templates?limit=200${after ? `&after=${after}` : ''}`),
    );
  });
});
