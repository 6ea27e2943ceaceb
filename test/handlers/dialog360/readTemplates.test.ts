import { parseTemplates } from '../../../src/handlers/dialog360/parseTemplates';
import { readGraphTemplates, readLegacyTemplates, readTemplates } from '../../../src/handlers/dialog360/readTemplates';
import { connect, failureOf } from './support/connect';

describe('readTemplates', () => {
  const graphPage = { json: { data: [{ name: 'new', language: 'en' }] } };

  describe('readTemplates', () => {
    test('asks the older API first', async () => {
      const { connection, requests } = connect({
        json: { waba_templates: [{ name: 'old', language: 'en' }], total: 1 },
      });
      await expect(readTemplates(connection)).resolves.toMatchObject({ templates: [{ name: 'old' }], skipped: 0 });
      expect(requests).toHaveLength(1);
    });

    test.each([404, 405, 410, 501])('asks the newer one where the older answers %d', async (status) => {
      const { connection } = connect({ status, text: 'gone' }, graphPage);
      await expect(readTemplates(connection)).resolves.toMatchObject({ templates: [{ name: 'new' }] });
    });

    test('asks the newer one where the older is blocked', async () => {
      const { connection } = connect({ status: 403, json: { error: 'The endpoint is blocked' } }, graphPage);
      await expect(readTemplates(connection)).resolves.toMatchObject({ templates: [{ name: 'new' }] });
    });

    test.each([
      ['a refused key', { status: 401, json: { meta: { httpCode: 404, developerMessage: 'Invalid api_key' } } }],
      ['an outage', { status: 502, text: 'Bad Gateway' }],
      ['no connection', new Error('socket hang up')],
    ])('does not ask it after %s', async (_case, reply) => {
      const { connection, requests } = connect(reply, graphPage);
      await failureOf(readTemplates(connection));
      expect(requests).toHaveLength(1);
    });
  });

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
});

describe('parseTemplates', () => {
  const record = { name: 'hello', language: 'en_US' };

  describe('parseTemplates', () => {
    test('reads a full record', () => {
      const { templates, skipped } = parseTemplates([
        {
          ...record,
          id: 17,
          status: 'approved',
          category: 'utility',
          parameter_format: 'NAMED',
          rejected_reason: 'NONE',
          quality_score: { score: 'green', date: 1 },
          namespace: 'ns',
          components: [
            { type: 'header', format: 'text', text: 'Hi {{name}}', example: { header_text: ['Ann'] } },
            { type: 'BODY', text: 'Welcome' },
            { type: 'BUTTONS', buttons: [{ type: 'quick_reply', text: 'Yes', extra: 1 }] },
          ],
        },
      ]);
      expect(skipped).toBe(0);
      expect(templates).toEqual([
        {
          id: '17',
          name: 'hello',
          language: 'en_US',
          status: 'APPROVED',
          category: 'UTILITY',
          parameterFormat: 'NAMED',
          rejectedReason: undefined,
          quality: 'GREEN',
          namespace: 'ns',
          components: [
            { type: 'HEADER', format: 'TEXT', text: 'Hi {{name}}', example: { header_text: ['Ann'] } },
            { type: 'BODY', text: 'Welcome' },
            { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Yes', extra: 1 }] },
          ],
        },
      ]);
    });

    test.each([
      ['nothing besides name and language', {}, { status: 'UNKNOWN', components: [], category: undefined }],
      ['a status of a new kind', { status: 'in_orbit' }, { status: 'IN_ORBIT' }],
      ['a reason', { status: 'REJECTED', rejected_reason: 'INVALID_FORMAT' }, { rejectedReason: 'INVALID_FORMAT' }],
      ['a quality as text', { quality_score: 'Yellow' }, { quality: 'YELLOW' }],
      ['a language as an object', { language: { code: 'pt_BR', policy: 'deterministic' } }, { language: 'pt_BR' }],
      [
        'broken components',
        { components: [null, { type: 'BODY' }, { text: 'x' }, 'y'] },
        { components: [{ type: 'BODY' }] },
      ],
      ['components of another kind', { components: 'x' }, { components: [] }],
      [
        'a component nobody knows',
        { components: [{ type: 'hologram', depth: 3 }] },
        { components: [{ type: 'HOLOGRAM', depth: 3 }] },
      ],
      ['fields of other kinds', { id: null, category: 5, namespace: null }, { id: undefined, category: undefined }],
    ])('reads a record with %s', (_case, more, expected) => {
      expect(parseTemplates([{ ...record, ...more }]).templates).toMatchObject([expected]);
    });

    test('leaves out what nobody could send, and counts it', () => {
      const list = parseTemplates([record, { name: 'x' }, { language: 'en' }, null, 'text', { ...record, name: '' }]);
      expect(list).toMatchObject({ templates: [{ name: 'hello' }], skipped: 5 });
    });
  });
});
