import { note } from '../../../src/handlers/dialog360/note';
import { AppError } from '../../../src/handlers/errors/AppError';
import { connect } from './support/connect';

test('answers that did not come or cannot be read are kept, refusals tell themselves', () => {
  const kept: AppError[] = [];
  const connection = { ...connect().connection, note: (trouble: AppError) => void kept.push(trouble) };
  const broken = new AppError({ kind: 'unreachable', retry: 'later', key: 'errors:connectionBroke' });
  const refusal = new AppError({ kind: 'refused', retry: 'no', key: 'errors:keyRefused' });
  expect(note(connection, broken)).toBe(broken);
  expect(note(connection, refusal)).toBe(refusal);
  expect(note(connect().connection, broken)).toBe(broken);
  expect(kept).toEqual([broken]);
});
