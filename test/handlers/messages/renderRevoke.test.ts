import { renderRevoke } from '../../../src/handlers/messages/renderRevoke';
import { english } from './support/english';

test('a deleted message says so and keeps its text', () => {
  expect(renderRevoke('a\n*b*', english)).toBe('🚫 _The customer deleted this message._\n> a\n> *b*');
  expect(renderRevoke('', english)).toBe('🚫 _The customer deleted this message._');
});

test.each(['a', ''])('a message that is deleted once more, after a crash, stays as it is: "%s"', (before) => {
  const once = renderRevoke(before, english);
  expect(renderRevoke(once, english)).toBe(once);
});
