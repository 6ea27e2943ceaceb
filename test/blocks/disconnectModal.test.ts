import { disconnectModal } from '../../src/blocks/numberCard';
import { drawing } from '../support/drawing';
import { expectWellDrawn } from '../support/expectWellDrawn';
import { shownTexts } from '../support/shownTexts';

const number = '+55 11 5555-0100';

describe('before a number is disconnected', () => {
  test('the modal says what will happen', () => {
    const view = disconnectModal(drawing, { number });
    expectWellDrawn(view);
    expect(shownTexts(view)).toEqual(
      expect.arrayContaining([
        `numbers:disconnectWarning {"number":"${number}"}`,
        'numbers:disconnect',
        'numbers:keep',
      ]),
    );
    expect(view.submit).toMatchObject({ style: 'danger' });
  });

  test('it says why 360dialog could not be asked, and offers to do it here alone', () => {
    const view = disconnectModal(drawing, { number, reason: 'it is down' });
    expectWellDrawn(view);
    expect(shownTexts(view)).toEqual(
      expect.arrayContaining([
        `numbers:webhookStays {"number":"${number}","reason":"it is down"}`,
        'numbers:disconnectHere',
      ]),
    );
  });
});
