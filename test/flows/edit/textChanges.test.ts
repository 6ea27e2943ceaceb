import { textChanges } from '../../../src/flows/editFlow';
import { numberForm } from '../../support/numberForm';

const opened = numberForm({ welcomeMessage: 'Hello', finishedMessage: 'Bye', offlineMessage: '' });

test('only what differs from the opened form is a change; an emptied text is one', () => {
  const form = { ...opened, welcomeMessage: ' ', offlineMessage: 'Back at 9' };
  expect(textChanges({ opened, form })).toEqual({ welcomeMessage: undefined, offlineMessage: 'Back at 9' });
});

test('blanks around a text are no change', () => {
  expect(textChanges({ opened, form: { ...opened, finishedMessage: ' Bye\n' } })).toEqual({});
});
