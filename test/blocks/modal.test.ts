import { section } from '../../src/blocks/elements/section';
import { modal } from '../../src/blocks/modal';
import { drawing } from '../support/drawing';
import { expectWellDrawn } from '../support/expectWellDrawn';

const facts = { title: 'Title', close: 'Close', blocks: [section(drawing, 'a', 'Text')] };

describe('a modal', () => {
  test('without a submit text can only be closed', () => {
    const view = modal(drawing, facts);
    expectWellDrawn(view);
    expect(Object.keys(view).sort()).toEqual(['blocks', 'close', 'title']);
    expect(view.close).toMatchObject({ actionId: 'close-view', text: { text: 'Close' } });
  });

  test('with one has a second button, in the style that was asked for', () => {
    const view = modal(drawing, { ...facts, submit: 'Go', submitStyle: 'danger' });
    expectWellDrawn(view);
    expect(view.submit).toMatchObject({ actionId: 'submit-view', text: { text: 'Go' }, style: 'danger' });
  });

  test('has no style where none was asked for', () => {
    expectWellDrawn(modal(drawing, { ...facts, submit: 'Go' }));
  });
});
