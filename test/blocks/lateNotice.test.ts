import { lateNotice } from '../../src/blocks/progress';
import { drawing } from '../support/drawing';
import { expectWellDrawn } from '../support/expectWellDrawn';
import { shownTexts } from '../support/shownTexts';

test('says what slow work came to, and names its view on the button', () => {
  const blocks = lateNotice(drawing, { text: 'It failed.', viewId: 'v1' });
  expectWellDrawn(blocks);
  expect(shownTexts(blocks)).toEqual([':warning: It failed.', 'connect:openAgain']);
  expect(JSON.stringify(blocks)).toContain('{\\"view\\":\\"v1\\"}');
});
