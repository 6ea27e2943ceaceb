import { AppError } from '../../../src/handlers/core/errors/AppError';
import { createRefusal } from '../../../src/handlers/dialog360/readFailure';
import { describeError, reasonOf } from '../../../src/handlers/core/errors/describeError';
import { errorCodeRanges, errorCodes, findAdvice, refused } from '../../../src/handlers/core/errors/errorCodes';
import type { Translate } from '../../../src/handlers/core/translator';
import errors from '../../../src/locales/en/errors.json';
import texts from '../../../src/locales/en/errors.json';

describe('AppError', () => {
  test('says in its message, for logs, what happened, how it came and in which words', () => {
    const error = new AppError({
      kind: 'refused',
      retry: 'no',
      key: 'errors:windowClosed',
      code: 131047,
      status: 400,
      params: { details: 'More than 24 hours' },
    });
    expect(error.message).toBe('errors:windowClosed (refused, code 131047, HTTP 400): More than 24 hours');
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'AppError', maybeSent: false, retryAfterMs: undefined });
  });

  test('says that something may have been sent, and keeps its cause', () => {
    const cause = new Error('socket hang up');
    const error = new AppError({ kind: 'unreachable', retry: 'no', key: 'errors:maybeSent', maybeSent: true, cause });
    expect(error.message).toBe('errors:maybeSent (unreachable, may have been sent)');
    expect(error.cause).toBe(cause);
  });

  test('changes some facts and keeps the others', () => {
    const error = new AppError({
      kind: 'refused',
      retry: 'later',
      retryAfterMs: 5,
      key: 'errors:callsLimited',
      code: 4,
      status: 429,
    });
    const changed = error.with({ retry: 'no', retryAfterMs: undefined });
    expect(changed).toMatchObject({ key: 'errors:callsLimited', code: 4, status: 429, kind: 'refused', retry: 'no' });
    expect(changed.retryAfterMs).toBeUndefined();
    expect(error.retry).toBe('later');
  });
});

describe('createRefusal', () => {
  test('keeps the text and the code of a failure that nobody told us of', () => {
    const error = createRefusal({ code: 999999, details: 'Something new' });
    expect(error).toMatchObject({
      key: 'errors:refused',
      code: 999999,
      retry: 'no',
      params: { details: 'Something new', code: 999999 },
    });
  });

  test('lets the code decide before anything else', () => {
    expect(createRefusal({ code: 131047, status: 401 }, refused('keyRefused')).key).toBe('errors:windowClosed');
  });

  test('falls back to what the status means where the code is not known', () => {
    expect(createRefusal({ code: 250012, status: 403 }, refused('permissionMissing')).key).toBe(
      'errors:permissionMissing',
    );
  });

  test.each([
    ['with 401', 401, 'errors:keyRefused'],
    ['in a status without HTTP', undefined, 'errors:keyRefused'],
    ['with 403', 403, 'errors:permissionMissing'],
  ])('takes code 0 for a refused key %s', (_case, status, key) => {
    expect(createRefusal({ code: 0, status }, refused('permissionMissing')).key).toBe(key);
  });

  test('never leaves the place of the details empty', () => {
    expect(createRefusal({ code: 131009 }).params.details).toBe('(#131009)');
    expect(createRefusal({ status: 502 }).params.details).toBe('HTTP 502');
  });

  test('believes Meta that an unknown failure is transient, but not where the code knows better', () => {
    expect(createRefusal({ code: 999999, transient: true })).toMatchObject({ retry: 'later', retryAfterMs: 2000 });
    expect(createRefusal({ code: 131026, transient: true })).toMatchObject({ retry: 'no', retryAfterMs: undefined });
  });

  test('prefers the pause that the answer asks for', () => {
    expect(createRefusal({ code: 130429 }).retryAfterMs).toBe(5000);
    expect(createRefusal({ code: 130429, retryAfterMs: 30_000 }).retryAfterMs).toBe(30_000);
    expect(createRefusal({ code: 131026, retryAfterMs: 30_000 }).retryAfterMs).toBeUndefined();
  });
});

describe('describeError', () => {
  const texts: Record<string, string> = errors;
  /** English, strict: an unknown key or a placeholder that is not filled in fails the test. */
  const t: Translate = (key, params = {}) => {
    const text = texts[key.replace('errors:', '')];
    if (text === undefined) throw new Error(`There is no text ${key}.`);
    return text.replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => {
      if (params[name] === undefined) throw new Error(`${key} lacks ${name}.`);
      return String(params[name]);
    });
  };

  describe('describeError', () => {
    test.each(Object.keys(errorCodes))('says code %s in words and names it at the end only', (code) => {
      const text = describeError(createRefusal({ code: Number(code) }), t);
      expect(text).toMatch(new RegExp(`^[A-Z36].{20,} \\(WhatsApp code ${code}\\)$`));
    });

    test('says what was said where the code is unknown', () => {
      expect(describeError(createRefusal({ code: 999999, details: 'Something new' }), t)).toBe(
        "WhatsApp did not accept this: Something new. If it happens again, send this text to 360dialog's support. (WhatsApp code 999999)",
      );
    });

    test('says a failure without a code without one', () => {
      const error = new AppError({ kind: 'unreachable', retry: 'later', key: 'errors:timedOut', status: 504 });
      expect(describeError(error, t)).toBe(texts.timedOut);
    });

    test.each([new TypeError('apiKey is SECRET'), 'SECRET', undefined, { key: 'errors:timedOut' }])(
      'calls anything else a bug of ours, without its inner text',
      (thrown) => {
        expect(describeError(thrown, t)).toBe(texts.bug);
      },
    );
  });
});

describe('the families of error codes', () => {
  test('are in order and do not overlap, so that the first match is the only one', () => {
    const bounds = errorCodeRanges.flatMap(([first, last]) => [first, last]);
    expect(errorCodeRanges.every(([first, last]) => first <= last)).toBe(true);
    expect(new Set(errorCodeRanges.map(([first]) => first)).size).toBe(errorCodeRanges.length);
    expect([...bounds].sort((a, b) => a - b)).toEqual(bounds);
  });
});

describe('errorCodes', () => {
  const named = Object.entries(errorCodes);
  const families = errorCodeRanges.map(([first, last, advice]) => [`${first} to ${last}`, advice] as const);

  describe('the table of error codes', () => {
    test.each([...named, ...families])(
      '%s has words, and a pause exactly where a later try can help',
      (_code, advice) => {
        expect(Object.keys(texts)).toContain(advice.key.replace('errors:', ''));
        expect(advice.retryAfterMs === undefined).toBe(advice.retry !== 'later');
      },
    );

    test.each([
      [190, 'refused', 'no', 'errors:keyRefused'],
      [2, 'unreachable', 'later', 'errors:whatsappDown'],
      [130429, 'refused', 'later', 'errors:numberLimited'],
      [131026, 'refused', 'no', 'errors:undeliverable'],
      [131042, 'refused', 'no', 'errors:paymentProblem'],
      [131047, 'refused', 'no', 'errors:windowClosed'],
      [131049, 'refused', 'no', 'errors:marketingHeldBack'],
      [131056, 'refused', 'later', 'errors:pairLimited'],
      [132001, 'refused', 'no', 'errors:templateMissing'],
      [131053, 'refused', 'no', 'errors:ourMediaRefused'],
      [368, 'refused', 'no', 'errors:accountBlocked'],
    ])('%d is %s, retry %s: %s', (code, kind, retry, key) => {
      expect(errorCodes[code]).toMatchObject({ kind, retry, key });
    });

    test('windowClosed tells the agent to send a template', () => {
      expect(texts.windowClosed).toContain('Send a template');
    });

    test('no sentence for a code mentions what an answer does not bring', () => {
      const keys = new Set([...named, ...families].map(([, { key }]) => key.replace('errors:', '')));
      const mentioned = Object.entries(texts)
        .filter(([key]) => keys.has(key))
        .flatMap(([, text]) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name));
      expect(new Set(mentioned)).toEqual(new Set(['details']));
    });
  });
});

describe('findAdvice', () => {
  test.each([
    ['a named code', 131047, undefined, 'errors:windowClosed'],
    ['a permission', 200, undefined, 'errors:permissionMissing'],
    ['the last permission', 299, undefined, 'errors:permissionMissing'],
    ['a template code that is not named', 132011, undefined, 'errors:templateRefused'],
    ['a registration code that is not named', 133012, undefined, 'errors:registrationProblem'],
    ['a call', 138006, undefined, 'errors:callRefused'],
    ['a flow', 139002, undefined, 'errors:flowBlocked'],
    ['a group', 131215, undefined, 'errors:groupRefused'],
    ['a parameter', 100, undefined, 'errors:contentRefused'],
    ['an object that is not there', 100, 33, 'errors:notFound'],
    ['a template that is not there', 100, 2593002, 'errors:templateMissing'],
    ['a parameter with another subcode', 100, 2494010, 'errors:contentRefused'],
    ['a subcode of another code', 131030, 33, 'errors:notOnTestList'],
  ])('knows %s', (_case, code, subcode, key) => {
    expect(findAdvice(code, subcode)?.key).toBe(key);
  });

  test.each([250012, 300, 199, 999999, -1])('does not pretend to know %d', (code) => {
    expect(findAdvice(code)).toBeUndefined();
  });
});

describe('reasonOf', () => {
  const coded = (message: string, code: string) => Object.assign(new Error(message), { code });

  test.each<[string, unknown, string]>([
    ['an error', new Error('no luck'), 'no luck'],
    ['a text', 'no luck', 'no luck'],
    [
      "Node's fetch",
      new Error('fetch failed', { cause: coded('connect refused', 'ECONNREFUSED') }),
      'fetch failed: connect refused: ECONNREFUSED',
    ],
    [
      'a code that the message has',
      new Error('fetch failed', { cause: coded('connect ECONNREFUSED', 'ECONNREFUSED') }),
      'fetch failed: connect ECONNREFUSED',
    ],
    [
      'an empty cause with a code',
      new Error('fetch failed', { cause: coded('', 'ENOTFOUND') }),
      'fetch failed: ENOTFOUND',
    ],
    ['a cause of a cause', new Error('a', { cause: new Error('b', { cause: 'c' }) }), 'a: b: c'],
  ])('the reason of %s', (_what, error, reason) => {
    expect(reasonOf(error)).toBe(reason);
  });

  test('an error that is its own cause ends', () => {
    const error = new Error('again');
    error.cause = error;
    expect(reasonOf(error)).toMatch(/^again(: again)*$/);
  });
});

describe('refused', () => {
  test('a refusal is never tried again by itself, and names its sentence', () => {
    expect(refused('notFound')).toEqual({ kind: 'refused', retry: 'no', key: 'errors:notFound' });
  });
});
