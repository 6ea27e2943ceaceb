import { describeRestrictions } from '../../../src/handlers/inbound/describeRestrictions';
import { createTranslator } from '../../../src/handlers/translation/createTranslator';
import type { AccountUpdateEvent } from '../../../src/handlers/whatsapp/webhook/AccountEvent';

const base: AccountUpdateEvent = {
  kind: 'account',
  topic: 'account-update',
  number: {},
  timestamp: null,
  restrictions: [],
};

test.each<[Partial<AccountUpdateEvent>, string]>([
  [{}, ''],
  [{ ban: 'DISABLE' }, 'switched off'],
  [{ ban: 'REINSTATE' }, ''],
  [{ violation: 'ADULT' }, 'Adult'],
  [
    {
      restrictions: [
        { type: 'RESTRICTED_CUSTOMER_INITIATED_MESSAGING' },
        {},
        { type: 'RESTRICTED_ADD_PHONE_NUMBER_ACTION' },
      ],
    },
    'no answers to customers, no new phone numbers',
  ],
  [{ restrictions: [{ type: 'constructor' }] }, 'Constructor'],
])('what an account may not do, as in %j, reads "%s"', (update, text) => {
  expect(describeRestrictions({ ...base, ...update }, createTranslator('en'))).toBe(text);
});
