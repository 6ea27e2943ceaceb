import { section } from '../../src/blocks/elements';
import { modal } from '../../src/blocks/modal';
import { drawing } from '../support/drawing';
import { expectWellDrawn } from '../support/expectWellDrawn';

const facts = { title: 'Title', close: 'Close', blocks: [section(drawing, 'a', 'Text')] };

describe('a modal', () => {
  test('without a submit text can only be closed', () => {
    const view = modal(drawing, facts);
    expectWellDrawn(view);
    // Null, not absent: an update of a view that had one would keep it.
    expect(view.submit).toBeNull();
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
