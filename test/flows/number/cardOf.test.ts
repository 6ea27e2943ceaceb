import { cardOf } from '../../../src/flows/number/cardOf';
import { connectedNumber } from '../../support/connectedNumber';

test('a card shows what is known of a number, and neither its key nor its secret', () => {
  const number = connectedNumber({
    displayName: 'Acme',
    departmentName: 'Sales',
    quality: 'GREEN',
    messagingLimit: '1K',
  });
  const card = cardOf(number);
  expect(card).toEqual({
    digits: '551155550100',
    number: '+55 11 5555 0100',
    displayName: 'Acme',
    department: 'Sales',
    quality: 'GREEN',
    messagingLimit: '1K',
  });
  for (const secret of [number.apiKey, number.webhookSecret]) expect(JSON.stringify(card)).not.toContain(secret);
});
