import { findBySecret, isSecretSent, SECRET_HEADER } from '../../../src/handlers/numbers/webhookSecret';
import { connectedNumber } from '../../support/connectedNumber';

const numbers = [
  connectedNumber({ digits: '1', webhookSecret: 'first' }),
  connectedNumber({ digits: '2', webhookSecret: 'second' }),
];

test('a webhook belongs to the number whose secret it carries', () => {
  expect(findBySecret({ [SECRET_HEADER]: 'second' }, numbers)?.digits).toBe('2');
});

test.each(['', 'third', 'FIRST', 'first ', 'firstsecond', undefined, null, 7, [['first']], [], {}])(
  'with %j it belongs to nobody',
  (given) => {
    expect(findBySecret({ [SECRET_HEADER]: given } as never, numbers)).toBeUndefined();
  },
);

test('the name of the header may be spelled in any case, and come with a list of values', () => {
  expect(findBySecret({ [SECRET_HEADER.toUpperCase()]: 'second' }, numbers)?.digits).toBe('2');
  expect(findBySecret({ [SECRET_HEADER]: ['first'] } as never, numbers)?.digits).toBe('1');
});

test('without numbers or without the header it belongs to nobody', () => {
  expect(findBySecret({ [SECRET_HEADER]: 'first' }, [])).toBeUndefined();
  expect(findBySecret({}, numbers)).toBeUndefined();
});

const number = connectedNumber({ webhookSecret: 'ours' });

test.each([
  [{ 'x-whatsapp-webhook-secret': 'ours' }, true],
  [{ 'X-WhatsApp-Webhook-Secret': 'ours', Other: '1' }, true],
  [{ 'x-whatsapp-webhook-secret': 'old' }, false],
  [{ Other: 'ours' }, false],
  [{}, false],
])('%j', (headers, sent) => {
  expect(isSecretSent(headers, number)).toBe(sent);
});
