import { routeEvent } from '../../../src/handlers/inbound/routeEvent';
import { connectedNumber } from '../../support/connectedNumber';
import { messageEvent } from '../../support/messageEvent';

const first = connectedNumber({ digits: '551155550100', phoneNumberId: '100' });
const second = connectedNumber({ digits: '4930901820' });
const route = (number: object) => routeEvent(messageEvent({ number }), [first, second], second.digits)?.digits;

describe('an event belongs to the number', () => {
  test.each([
    ['whose id at Meta it names', { phoneNumberId: '100', displayNumber: '551155550100' }, first.digits],
    [
      'whose id at Meta it names, whatever its digits look like',
      { phoneNumberId: '100', displayNumber: '4930901820' },
      first.digits,
    ],
    [
      'whose digits it names, where the id is not known yet',
      { phoneNumberId: '200', displayNumber: '4930901820' },
      second.digits,
    ],
    ['whose secret came along, where it names none', {}, second.digits],
    [
      'of nobody, where it names one that is not connected',
      { phoneNumberId: '300', displayNumber: '34910000000' },
      undefined,
    ],
    ['of nobody, where it names an id alone that is not known', { phoneNumberId: '300' }, undefined],
  ])('%s', (_what, named, digits) => {
    expect(route(named)).toBe(digits);
  });

  test('in either spelling of a Brazilian mobile number', () => {
    const mobile = connectedNumber({ digits: '5511987654321' });
    const event = messageEvent({ number: { phoneNumberId: '400', displayNumber: '551187654321' } });
    expect(routeEvent(event, [mobile], '')?.digits).toBe(mobile.digits);
  });
});
