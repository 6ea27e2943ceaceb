import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { renderEdit } from '../../../../src/handlers/whatsapp/messages/renderEdit';
import { renderMessage } from '../../../../src/handlers/whatsapp/messages/renderMessage';
import { renderNotice } from '../../../../src/handlers/whatsapp/messages/renderNotice';
import { readWebhook } from '../../../../src/handlers/whatsapp/webhook/readWebhook';
import { readErrors, readTime, tolerant } from '../../../../src/handlers/whatsapp/webhook/tolerant';
import type { WebhookEvent } from '../../../../src/handlers/whatsapp/webhook/WebhookEvent';
import { english } from '../messages/support/renderFixture';
import { readFixture } from './support/readFixture';

describe('brokenBodies', () => {
  type Json = Record<string, unknown>;

  const fixtures = readdirSync(join(__dirname, '../../../fixtures/webhooks'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFixture(name.replace('.json', '')));

  /** What stands in a body where something else was expected. */
  const junk = fc.oneof(
    fc.constantFrom(null, undefined, 0, -1, 1e21, NaN, true, '', ' ', 'x', '😀', '\u0000', [], {}, [null], [[]], {
      a: {},
    }),
    fc.constantFrom('unsupported', 'text', 'image', 'contacts', 'interactive', 'order', 'hologram', 'system', 'edit'),
    fc.jsonValue({ maxDepth: 3 }),
  );

  /** One change to a body: at the place that the numbers lead to, something is dropped, replaced, wrapped or doubled. */
  const breakage = fc.record({
    path: fc.array(fc.nat(), { minLength: 1, maxLength: 12 }),
    how: fc.constantFrom('drop', 'replace', 'wrap', 'double', 'unknown'),
    junk,
  });

  function damage(
    body: unknown,
    { path, how, junk: instead }: { path: number[]; how: string; junk: unknown },
  ): unknown {
    if (typeof body !== 'object' || body === null) return instead;
    const copy = (Array.isArray(body) ? [...(body as unknown[])] : { ...body }) as Json;
    const names = Object.keys(copy);
    const name = names[(path[0] ?? 0) % Math.max(names.length, 1)];
    if (name === undefined) return instead;
    const inner = copy[name];
    if (path.length > 1 && typeof inner === 'object' && inner !== null) {
      copy[name] = damage(inner, { path: path.slice(1), how, junk: instead });
    } else if (how === 'drop') {
      Reflect.deleteProperty(copy, name);
    } else {
      copy[name] = {
        replace: instead,
        wrap: { [name]: inner },
        double: [inner, inner],
        unknown: `${name}_of_tomorrow`,
      }[how];
    }
    return copy;
  }

  /** What a person reads of an event; undefined where nobody has to. */
  function shown(event: WebhookEvent): string | undefined {
    if (event.kind === 'message') {
      const { text, media } = renderMessage(event, english);
      return text + (media ? media.kind : '');
    }
    return event.kind === 'edit' ? renderEdit(event.content, 'before', english) : renderNotice(event, english);
  }

  /** Of a body in Meta's form: the ids of messages that tell who sent them, and are of no group. */
  function idsOf(body: unknown): string[] {
    const list = (value: unknown) => (Array.isArray(value) ? (value as Json[]) : []);
    const inside = (value: unknown) => (typeof value === 'object' && value !== null ? (value as Json) : {});
    return list(inside(body).entry).flatMap((entry) =>
      list(inside(entry).changes).flatMap((change) => {
        const { field, value } = inside(change);
        if (field !== 'messages' || Array.isArray(value)) return [];
        return list(inside(value).messages).flatMap((message) => {
          const { id, from, from_user_id: userId, group_id: group } = inside(message);
          const isTold = typeof from === 'string' && /^\d{5,15}$/.test(from);
          return typeof id === 'string' && id.trim() !== '' && isTold && group === undefined && userId === undefined
            ? [id.trim()]
            : [];
        });
      }),
    );
  }

  test('whatever is broken in a body, nothing is thrown, what comes of it can be read, and no message is lost', () => {
    const body = fc
      .tuple(fc.constantFrom(...fixtures), fc.array(breakage, { maxLength: 4 }))
      .map(([fixture, breakages]) => breakages.reduce<unknown>(damage, fixture));
    fc.assert(
      fc.property(body, (broken) => {
        const { events, rejected } = readWebhook(broken);
        for (const event of events) {
          expect(shown(event)).not.toBe('');
          expect(shown(event) ?? '').not.toMatch(/undefined|NaN|\[object |\{\{/);
        }
        for (const item of rejected) expect(item.at).not.toContain('undefined');
        const told = events.flatMap((event) => ('wamid' in event ? (event.wamid ?? []) : []));
        expect(told).toEqual(expect.arrayContaining(idsOf(broken)));
      }),
      { numRuns: 3_000 },
    );
  }, 60_000);
});

describe('tolerant', () => {
  const strange = [undefined, null, {}, [], [1], () => 1, Symbol('x')];

  describe('tolerant schemas', () => {
    test.each([
      [
        'text',
        tolerant.text,
        [
          ['a', 'a'],
          ['', ''],
          [4, '4'],
          [true, undefined],
        ],
      ],
      [
        'word',
        tolerant.word,
        [
          [' a ', 'a'],
          ['  ', undefined],
          [4, '4'],
          [NaN, undefined],
        ],
      ],
      [
        'number',
        tolerant.number,
        [
          [1.5, 1.5],
          ['1.5', 1.5],
          ['-3', -3],
          ['', undefined],
          ['x', undefined],
          [Infinity, undefined],
        ],
      ],
      [
        'flag',
        tolerant.flag,
        [
          [true, true],
          [false, false],
          ['True', true],
          ['false', false],
          [1, true],
          ['yes', undefined],
        ],
      ],
    ] as const)('take as a %s what can be understood', (_what, schema, cases) => {
      for (const [value, read] of cases) expect(v.parse(schema, value)).toBe(read);
      for (const value of strange) expect(v.parse(schema, value)).toBeUndefined();
    });

    test('take one object for a list of one, and anything else for an empty one', () => {
      expect(v.parse(tolerant.list, [1, 'a'])).toEqual([1, 'a']);
      expect(v.parse(tolerant.list, { a: 1 })).toEqual([{ a: 1 }]);
      for (const value of [undefined, null, 'x', 3]) expect(v.parse(tolerant.list, value)).toEqual([]);
    });

    test('leave out of a list what is not of its kind', () => {
      const schema = tolerant.listOf(v.object({ a: tolerant.word }));
      expect(v.parse(schema, [{ a: 'x' }, null, 'y', { a: {} }])).toEqual([{ a: 'x' }, {}]);
      expect(v.parse(schema, 'x')).toEqual([]);
    });

    test('take an object with parts that may each be broken', () => {
      const schema = tolerant.object({ a: tolerant.word, b: tolerant.number });
      expect(v.parse(schema, { a: 'x', b: 'y', c: 1 })).toEqual({ a: 'x' });
      for (const value of [undefined, null, 'x', 3]) expect(v.parse(schema, value)).toBeUndefined();
    });
  });

  describe('a time of WhatsApp', () => {
    test.each([
      ['seconds as a string', '1760000000', 1_760_000_000_000],
      ['seconds as a number', 1_760_000_000, 1_760_000_000_000],
      ['milliseconds', '1760000000123', 1_760_000_000_123],
      ['seconds with a fraction', '1760000000.5', 1_760_000_000_500],
    ])('may come as %s', (_what, value, timestamp) => {
      expect(readTime(value)).toEqual({ timestamp });
    });

    test.each([undefined, null, ''])('is missing in %j, and that is said', (value) => {
      expect(readTime(value)).toEqual({ timestamp: null, flaws: ['timestamp-missing'] });
    });

    test.each(['asdf', '21-09-2022 12:05:00', -5, 0, NaN, Infinity, {}, [], true, '9'.repeat(30)])(
      'is invalid in %j, and that is said',
      (value) => {
        expect(readTime(value)).toEqual({ timestamp: null, flaws: ['timestamp-invalid'] });
      },
    );
  });

  describe('errors of a webhook', () => {
    test.each([
      ['details in error_data', { code: 1, error_data: { details: 'why' } }, { code: 1, details: 'why' }],
      ['details beside it, as in old bodies', { code: '2', details: 'why' }, { code: 2, details: 'why' }],
      ['only a title', { title: 'No' }, { title: 'No' }],
      ['nothing readable', { code: {}, title: [] }, {}],
    ])('may have %s', (_what, error, read) => {
      expect(readErrors([error])).toEqual([read]);
    });

    test('may be one without its list, or none', () => {
      expect(readErrors({ code: 3 })).toEqual([{ code: 3 }]);
      expect(readErrors('broken')).toEqual([]);
      expect(readErrors(undefined)).toEqual([]);
    });
  });
});
