import { refused } from '../../../src/handlers/core/errors/refused';

test('a refusal is never tried again by itself, and names its sentence', () => {
  expect(refused('notFound')).toEqual({ kind: 'refused', retry: 'no', key: 'errors:notFound' });
});
