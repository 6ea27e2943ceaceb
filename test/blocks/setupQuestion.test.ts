import { setupQuestion } from '../../src/blocks/setupMessages';
import { drawing } from '../support/drawing';
import { expectWellDrawn } from '../support/expectWellDrawn';
import { shownTexts } from '../support/shownTexts';

test('the bot welcomes, asks, and offers both answers', () => {
  const blocks = setupQuestion(drawing);
  expectWellDrawn(blocks);
  expect(shownTexts(blocks)).toEqual(['setup:welcome', 'setup:question', 'setup:yes', 'setup:no']);
  expect(blocks.at(-1)).toMatchObject({ elements: [{ actionId: 'account-yes' }, { actionId: 'account-no' }] });
});
