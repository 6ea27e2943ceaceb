import { connectButton } from '../../src/blocks/setupMessages';
import { noticeModal } from '../../src/blocks/modal';
import { drawing } from '../support/drawing';
import { expectWellDrawn } from '../support/expectWellDrawn';
import { shownTexts } from '../support/shownTexts';

test('a notice says one thing and can be closed', () => {
  const view = noticeModal(drawing, { title: 'Title', text: 'Done.' });
  expectWellDrawn(view);
  expect(view.submit).toBeNull();
  expect(shownTexts(view).sort()).toEqual(['Done.', 'Title', 'connect:close']);
});

test('a notice may offer what to do next', () => {
  const view = noticeModal(drawing, { title: 'Title', text: 'Done.', then: connectButton(drawing) });
  expectWellDrawn(view);
  expect(view.blocks.map(({ type }) => type)).toEqual(['section', 'actions']);
});
