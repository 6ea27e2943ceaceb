import { visitorToken } from '../../../src/handlers/omnichannel/visitorToken';

const token = visitorToken('secret', '551155550100', '5511955550111');

test('a customer’s token is the same on every instance', () => {
  expect(visitorToken('secret', '551155550100', '5511955550111')).toBe(token);
});

test('it is another one for another customer, number or installation', () => {
  const others = [
    visitorToken('secret', '551155550100', '5511955550112'),
    visitorToken('secret', '551155550101', '5511955550111'),
    visitorToken('another', '551155550100', '5511955550111'),
  ];
  expect(new Set([token, ...others]).size).toBe(4);
});

test('it tells nothing of the customer', () => {
  expect(token).toMatch(/^[0-9a-f]{40}$/);
});
