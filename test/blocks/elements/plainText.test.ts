import { plainText } from '../../../src/blocks/elements';

test('a plain text is shown as it is', () => {
  expect(plainText('*a* :b:')).toEqual({ type: 'plain_text', text: '*a* :b:' });
});
