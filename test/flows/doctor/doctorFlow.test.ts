import { doctorFlow } from '../../../src/flows/doctorFlow';
import { doctor } from '../../../src/machines/doctor';
import { describeFlow } from '../../support/describeFlow';

describe('examining a number', () => {
  describeFlow({
    flow: doctorFlow,
    machine: doctor,
    input: { digits: '551155550100' },
    events: [
      { type: 'EXAMINED', findings: [{ level: 'bad', says: { key: 'doctor:a', params: { count: 2 } } }] },
      { type: 'EXAMINE' },
      { type: 'REPAIR' },
      { type: 'NOT_REPAIRED', trouble: { key: 'errors:dialog360Down' } },
      { type: 'CANCEL' },
    ],
    silent: ['closed'],
  });
});
