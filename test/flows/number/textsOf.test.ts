import { textsOf } from '../../../src/flows/number/numberModels';
import { numberForm } from '../../support/numberForm';

test('texts are stored without blank edges, and an empty one is none', () => {
  const form = numberForm({ welcomeMessage: ' Hello\nthere ', finishedMessage: ' \n ', offlineMessage: '' });
  expect(textsOf(form)).toEqual({
    welcomeMessage: 'Hello\nthere',
    finishedMessage: undefined,
    offlineMessage: undefined,
  });
});
