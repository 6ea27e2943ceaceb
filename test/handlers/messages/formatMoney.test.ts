import { formatMoney } from '../../../src/handlers/messages/formatMoney';
import { english } from './support/english';

const german = () => 'de';

test.each([
  [30, 'USD', '$30.00'],
  [4.5, 'EUR', '€4.50'],
  [1_234.5, 'JPY', '¥1,235'],
  [7, undefined, '7'],
  [7, 'coins', '7 coins'],
  [7, '', '7 '],
])('%s of %s is written as in English: %s', (amount, currency, text) => {
  expect(formatMoney(amount, currency, english)).toBe(text);
});

test('money is written as in the language', () => {
  expect(formatMoney(1_234.5, 'EUR', german)).toBe('1.234,50\u00a0€');
});

test('a currency in Latin letters stays together where one reads from right to left', () => {
  expect(formatMoney(79.8, 'BRL', () => 'ar')).toBe('\u200f79.80\u00a0\u2066R$\u2069');
});
