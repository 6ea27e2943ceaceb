import { formOf, textsOf } from '../../../src/flows/number/numberModels';
import { connectedNumber } from '../../support/connectedNumber';

test('the Edit modal shows what is stored, the key apart', () => {
  const number = connectedNumber({ departmentId: 'd1', welcomeMessage: 'Hello', offlineMessage: 'Later' });
  expect(formOf(number)).toEqual({
    apiKey: '',
    phoneNumber: '+55 11 5555 0100',
    departmentId: 'd1',
    welcomeMessage: 'Hello',
    finishedMessage: '',
    offlineMessage: 'Later',
  });
});

test('submitted as it is, it changes nothing', () => {
  const texts = { welcomeMessage: 'Hello', finishedMessage: undefined, offlineMessage: 'Later' };
  expect(textsOf(formOf(connectedNumber(texts)))).toEqual(texts);
});
