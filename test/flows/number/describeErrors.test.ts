import { describeErrors } from '../../../src/flows/number/numberModels';
import { sayKeys } from '../../support/sayKeys';

test('all sentences of a form are told, one after the other', () => {
  expect(describeErrors({ apiKey: { key: 'errors:a' }, phoneNumber: { key: 'errors:b' } }, sayKeys)).toBe(
    'errors:a errors:b',
  );
});
