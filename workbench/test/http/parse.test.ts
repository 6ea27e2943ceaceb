import * as v from 'valibot';
import { listOf, Page, parse } from '../../src/http/body/parse';
import { HttpError } from '../../src/http/HttpError';
import { maskSecrets } from '../../src/http/workbench/adminRoutes';
import { reasonOf } from '../../src/StartupError';

describe('parse', () => {
  const complaint = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      return error instanceof HttpError && error.body.error;
    }
  };

  describe('what comes from outside', () => {
    const Message = v.object({ message: v.object({ rid: v.string(), msg: v.optional(v.string(), '') }) });

    test('is read with its defaults', () => {
      expect(parse(Message, { message: { rid: 'r' } })).toEqual({ message: { rid: 'r', msg: '' } });
      expect(parse(Page, {})).toEqual({ count: 50, offset: 0 });
      expect(parse(Page, { count: '2', offset: '10' })).toEqual({ count: 2, offset: 10 });
    });

    test('is refused by the name of what is missing, or wrong', () => {
      expect(complaint(() => parse(Message, undefined))).toContain("required property 'message'");
      expect(complaint(() => parse(Message, { message: {} }))).toContain("required property 'message.rid'");
      expect(complaint(() => parse(Message, { message: { rid: 1 } }))).toContain('/message/rid');
      expect(complaint(() => parse(Page, { count: '-1' }))).toContain('must be a whole number');
    });

    test('may be one or several', () => {
      const List = v.object({ agents: listOf(v.string()) });
      expect(parse(List, { agents: 'a' })).toEqual({ agents: ['a'] });
      expect(parse(List, { agents: ['a', 'b'] })).toEqual({ agents: ['a', 'b'] });
    });
  });
});

describe('secrets', () => {
  test('are hidden by their name, at every depth, and nothing else is', () => {
    const shown = maskSecrets({
      phoneNumber: '551155550100',
      apiKey: 'abc',
      webhook: [{ secret: 'def', headers: { Authorization: 'ghi' }, url: 'https://example.org' }],
      at: new Date(0),
      token: null,
    });
    expect(shown).toEqual({
      phoneNumber: '551155550100',
      apiKey: '••••••',
      webhook: [{ secret: '••••••', headers: { Authorization: '••••••' }, url: 'https://example.org' }],
      at: new Date(0),
      token: null,
    });
  });
});

describe('why something failed', () => {
  test("is the system's code where there is one", () => {
    expect(reasonOf(Object.assign(new Error('open /x: no'), { code: 'EACCES' }))).toBe('EACCES');
  });

  test('is the first line of the message otherwise', () => {
    expect(reasonOf(new Error('It broke\n  here'))).toBe('It broke');
    expect(reasonOf(Object.assign(new Error('Bad flag'), { code: 'ERR_PARSE_ARGS' }))).toBe('Bad flag');
    expect(reasonOf('just so')).toBe('just so');
  });
});
