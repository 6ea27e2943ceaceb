import { customerLock, locksOf } from '../../../src/handlers/inbound/webhook/customerLocks';
import type { WebhookEvent } from '../../../src/handlers/whatsapp/webhook/WebhookEvent';
import { connectedNumber } from '../../support/connectedNumber';
import { messageEvent } from '../../support/messageEvent';
import { statusEvent } from '../../support/statusEvent';

const number = connectedNumber();
const of = (customer: object) => locksOf(messageEvent({ customer }), number);
const { timestamp, number: reference } = messageEvent();

test('what one customer sends to one number has the turns of all ids that are told of them', () => {
  const [phone, userId] = ['5511955550111', 'BR.1'].map((id) => customerLock(number.digits, id));
  expect(of({ waId: '5511955550111' })).toEqual([phone]);
  expect(of({ waId: '5511955550111', userId: 'BR.1' })).toEqual([phone, userId]);
  expect(of({ userId: 'BR.1' })).toEqual([userId]);
});

test('other customers and other numbers have their own', () => {
  expect(of({ waId: '1' })).not.toEqual(of({ waId: '2' }));
  expect(locksOf(messageEvent(), connectedNumber({ digits: '4930901820' }))).not.toEqual(
    locksOf(messageEvent(), number),
  );
});

const customer = { waId: '1', userId: 'US.1' };
const base = { customer, timestamp, number: reference };

test.each<[WebhookEvent, string[]]>([
  [
    { kind: 'number-changed', wamid: 'wamid.1', ...base, waId: '2', userId: 'US.2', previousUserId: 'US.0' },
    ['1', 'US.1', 'US.2', '2', 'US.0'],
  ],
  [{ kind: 'user-id-changed', ...base, userId: 'US.2' }, ['1', 'US.1', 'US.2']],
])('who becomes known by another id has the turn of both: %j', (event, ids) => {
  expect(locksOf(event, number)).toEqual(ids.map((id) => customerLock(number.digits, id)));
});

test('statuses do not wait for a customer’s messages', () => {
  expect(locksOf(statusEvent('sent'), number)).not.toEqual(of({ waId: '5511955550111' }));
});

test('every pair of a number and a customer has its own turn', () => {
  expect(customerLock('1', '2')).toBe(customerLock('1', '2'));
  expect(customerLock('1', '23')).not.toBe(customerLock('12', '3'));
});

test.each([
  ['5531987654321', '553187654321'],
  ['5215512345678', '525512345678'],
  ['5491123456789', '541123456789'],
])('both spellings of a phone are one: %s and %s', (one, other) => {
  expect(customerLock('1', one)).toBe(customerLock('1', other));
});
