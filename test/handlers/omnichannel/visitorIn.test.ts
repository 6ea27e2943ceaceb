import { visitorIn } from '../../../src/handlers/omnichannel/visitorIn';
import { conversation } from '../../support/conversation';

test('a visitor has the name that an agent gave them', () => {
  const visitor = { id: 'v', token: 't', username: '5511955550111', name: 'Ana (VIP)', department: 'sales' };
  expect(visitorIn({ visitor }, conversation())).toEqual({
    id: 'v',
    token: 't',
    username: '5511955550111',
    name: 'Ana (VIP)',
    phone: [{ phoneNumber: '+5511955550111' }],
  });
});

test.each([undefined, {}, { id: 'v', name: 'Ana (VIP)' }])(
  'a room that does not tell them whole tells nothing: %j',
  (visitor) => {
    expect(visitorIn({ visitor }, conversation())).toMatchObject({ token: 't', name: 'Ana' });
  },
);
