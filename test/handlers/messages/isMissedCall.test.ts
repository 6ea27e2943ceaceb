import { isMissedCall } from '../../../src/handlers/messages/isMissedCall';
import { ofCustomer } from '../../support/conversationTask';

const call = { ...ofCustomer, kind: 'call', wamid: 'w', event: 'terminate', direction: 'in' } as const;

test.each([
  ['that ended without having lasted', call, true],
  ['that lasted', { ...call, duration: 20 }, false],
  ['that rings', { ...call, event: 'connect' }, false],
  ['of ours', { ...call, direction: 'out' as const }, false],
])('a call %s', (_what, event, expected) => {
  expect(isMissedCall(event)).toBe(expected);
});
