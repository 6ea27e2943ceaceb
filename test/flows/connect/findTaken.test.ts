import { findTaken } from '../../../src/flows/connectFlow';
import { connectedNumber } from '../../support/connectedNumber';

const numbers = [connectedNumber({ digits: '4930901820', apiKey: 'taken' })];
const key = { apiKey: { key: 'errors:keyInUse', params: { number: '+49 30 901820' } } };
const number = { phoneNumber: { key: 'errors:numberInUse', params: { number: '+49 30 901820' } } };

test.each([
  [{ apiKey: 'free', digits: '551155550100' }, {}],
  [{ apiKey: 'taken', digits: '551155550100' }, key],
  [{ apiKey: 'free', digits: '4930901820' }, number],
  [
    { apiKey: 'taken', digits: '4930901820' },
    { ...key, ...number },
  ],
  [{}, {}],
])('%j', (wanted, errors) => {
  expect(findTaken(numbers, wanted)).toEqual(errors);
});
