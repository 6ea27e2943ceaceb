import { connectSteps } from '../../src/blocks/setupMessages';
import { drawing } from '../support/drawing';
import { expectWellDrawn } from '../support/expectWellDrawn';
import { shownTexts } from '../support/shownTexts';

test('steps are numbered below what they are for, and end in the button', () => {
  const blocks = connectSteps(drawing, { intro: 'Do this:', steps: ['First', 'Then'] });
  expectWellDrawn(blocks);
  expect(shownTexts(blocks)).toEqual(['Do this:\n\n1. First\n2. Then', 'setup:connect']);
});
