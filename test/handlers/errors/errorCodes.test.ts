import { errorCodeRanges } from '../../../src/handlers/core/errors/errorCodeRanges';
import { errorCodes } from '../../../src/handlers/core/errors/errorCodes';
import texts from '../../../src/locales/en/errors.json';

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
