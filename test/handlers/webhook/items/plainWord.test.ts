import { plainWord } from '../../../../src/handlers/webhook/items/plainWord';

describe('a word that may be logged', () => {
  test.each(['text', 'in_orbit', 'RINGING', 'message_template_status_update'])('is %s', (word) => {
    expect(plainWord(word)).toBe(word);
  });

  test.each([undefined, '', '4915112345678', 'call 49151', 'ann@example.com', 'x'.repeat(60), 'wamid.HBg'])(
    'is not %s',
    (word) => {
      expect(plainWord(word)).toBeUndefined();
    },
  );
});
