import { connectFlow } from '../../../src/flows/connectFlow';
import { connectNumber } from '../../../src/machines/connectNumber';
import { describeFlow } from '../../support/describeFlow';
import { numberForm } from '../../support/numberForm';

describe('connecting a number', () => {
  describeFlow({
    flow: connectFlow,
    machine: connectNumber,
    events: [
      { type: 'SUBMIT', form: numberForm() },
      { type: 'VALID', digits: '551155550100', webhookSecret: 'secret' },
      { type: 'ACCEPTED', facts: { displayName: 'Acme' } },
      { type: 'REGISTERED' },
      { type: 'STORED' },
      { type: 'FAILED', errors: { apiKey: { key: 'errors:keyRefused' }, phoneNumber: { key: 'errors:numberInUse' } } },
      { type: 'CANCEL' },
    ],
    silent: ['cancelled'],
  });
});
