import { renderRevoke } from '../../../src/handlers/messages/renderRevoke';
import { english } from './support/english';

test('a deleted message says so and keeps its text', () => {
  expect(renderRevoke('a\n*b*', english)).toBe('🚫 _The customer deleted this message._\n> a\n> *b*');
  expect(renderRevoke('', english)).toBe('🚫 _The customer deleted this message._');
});
