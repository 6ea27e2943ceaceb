import { listChanges } from '../../../src/flows/editFlow';
import { connectedNumber } from '../../support/connectedNumber';
import { sayKeys } from '../../support/sayKeys';

const before = connectedNumber({ departmentName: 'Sales', welcomeMessage: 'Hello' });

test('changes are named as the form names them, and their values are not told', () => {
  const after = { ...before, apiKey: 'NEW', departmentName: undefined, welcomeMessage: 'Hi', offlineMessage: 'Later' };
  expect(listChanges(before, after, sayKeys)).toEqual([
    'connect:apiKeyName',
    'connect:department',
    'connect:welcomeMessageName',
    'connect:offlineMessageName',
  ]);
});

test('what 360dialog tells anew is no change of the admin’s', () => {
  expect(listChanges(before, { ...before, quality: 'RED', displayName: 'Acme' }, sayKeys)).toEqual([]);
});
