import { TriggerBook } from '../../../../web/uikit/interactions/InteractionClient';

test('a trigger belongs to its app, opens one thing, and lives five seconds', () => {
  let now = 0;
  const book = new TriggerBook(() => now);
  const [used, late] = [book.issue('app'), book.issue('app')];
  now = 5_000;
  expect(book.use(used)).toBe('app');
  expect(book.use(used)).toBeUndefined();
  now = 5_001;
  expect(book.use(late)).toBeUndefined();
  expect(book.use('of nobody')).toBeUndefined();
});
