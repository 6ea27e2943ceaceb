import { cardOf } from '../../../src/flows/number/numberModels';
import { createTranslator } from '../../../src/handlers/core/translation/createTranslator';
import { connectedNumber } from '../../support/connectedNumber';

test('a card shows what is known of a number, and neither its key nor its secret', () => {
  const number = connectedNumber({
    displayName: 'Acme',
    departmentName: 'Sales',
    quality: 'GREEN',
    messagingLimit: 'TIER_1K',
  });
  const card = cardOf(number, createTranslator('en'));
  expect(card).toEqual({
    digits: '551155550100',
    number: '+55 11 5555 0100',
    displayName: 'Acme',
    department: 'Sales',
    quality: 'high',
    messagingLimit: '1,000 customers in 24 hours',
  });
  for (const secret of [number.apiKey, number.webhookSecret]) expect(JSON.stringify(card)).not.toContain(secret);
});
