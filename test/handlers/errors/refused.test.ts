import { refused } from '../../../src/handlers/errors/refused';

test('a refusal is never tried again by itself, and names its sentence', () => {
  expect(refused('notFound')).toEqual({ kind: 'refused', retry: 'no', key: 'errors:notFound' });
});
