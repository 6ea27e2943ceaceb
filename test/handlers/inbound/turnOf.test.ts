import { customerTurn } from '../../../src/handlers/inbound/customerTurn';
import { turnOf } from '../../../src/handlers/inbound/turnOf';
import { connectedNumber } from '../../support/connectedNumber';
import { messageEvent } from '../../support/messageEvent';
import { statusEvent } from '../../support/statusEvent';

const number = connectedNumber();
const of = (customer: object) => turnOf(messageEvent({ customer }), number);

test('what one customer sends to one number has one turn, by whichever id is told first', () => {
  expect(of({ waId: '5511955550111' })).toBe(customerTurn(number.digits, '5511955550111'));
  expect(of({ waId: '5511955550111', userId: 'BR.1' })).toBe(of({ waId: '5511955550111' }));
  expect(of({ userId: 'BR.1' })).toBe(customerTurn(number.digits, 'BR.1'));
});

test('other customers and other numbers have their own', () => {
  expect(of({ waId: '1' })).not.toBe(of({ waId: '2' }));
  expect(turnOf(messageEvent(), connectedNumber({ digits: '4930901820' }))).not.toBe(turnOf(messageEvent(), number));
});

test('statuses do not wait for a customer’s messages', () => {
  expect(turnOf(statusEvent('sent'), number)).not.toBe(of({ waId: '5511955550111' }));
});
