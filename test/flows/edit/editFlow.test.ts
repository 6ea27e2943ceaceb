import { editFlow } from '../../../src/flows/editFlow';
import { editNumber } from '../../../src/machines/editNumber';
import { describeFlow } from '../../support/describeFlow';
import { numberForm } from '../../support/numberForm';

describe('changing a number', () => {
  describeFlow({
    flow: editFlow,
    machine: editNumber,
    input: { digits: '551155550100', form: numberForm({ apiKey: '' }) },
    events: [
      { type: 'SUBMIT', form: numberForm() },
      { type: 'VALID', keyChanged: true },
      { type: 'VALID', keyChanged: false },
      { type: 'ACCEPTED', facts: {} },
      { type: 'REGISTERED' },
      { type: 'STORED', changes: ['API Key'] },
      { type: 'FAILED', errors: { apiKey: { key: 'errors:keyRefused' } } },
      { type: 'CANCEL' },
    ],
    silent: ['cancelled'],
  });
});
