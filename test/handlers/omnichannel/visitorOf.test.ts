import { visitorOf } from '../../../src/handlers/omnichannel/visitorOf';
import { connectedNumber } from '../../support/connectedNumber';
import { conversation } from '../../support/conversation';

test('the visitor has the phone, and the department of the number', () => {
  const number = connectedNumber({ departmentId: 'sales' });
  expect(visitorOf(conversation(), number)).toEqual({
    ...conversation().visitor,
    phone: [{ phoneNumber: '+5511955550111' }],
    department: 'sales',
  });
});

test('a customer without a phone has none', () => {
  expect(visitorOf(conversation({ waId: undefined })).phone).toEqual([]);
});
