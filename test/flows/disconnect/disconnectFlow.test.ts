import { disconnectFlow } from '../../../src/flows/disconnectFlow';
import { disconnectNumber } from '../../../src/machines/disconnectNumber';
import { describeFlow } from '../../support/describeFlow';

describe('disconnecting a number', () => {
  describeFlow({
    flow: disconnectFlow,
    machine: disconnectNumber,
    input: { digits: '551155550100' },
    events: [
      { type: 'CONFIRM' },
      { type: 'WEBHOOK_REMOVED' },
      { type: 'WEBHOOK_STAYS', reason: { key: 'errors:timeout', params: { details: 'x' } } },
      { type: 'FORGOTTEN' },
      { type: 'CANCEL' },
    ],
    silent: ['kept'],
  });
});
