import { AppError } from '../../../src/handlers/core/errors/AppError';
import { createRefusal } from '../../../src/handlers/core/errors/createRefusal';
import { describeError } from '../../../src/handlers/core/errors/describeError';
import { errorCodes } from '../../../src/handlers/core/errors/errorCodes';
import type { Translate } from '../../../src/handlers/core/translation/Translate';
import errors from '../../../src/locales/en/errors.json';

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
