import { actions, button } from '../../../src/blocks/elements';
import { drawing } from '../../support/drawing';
import { expectWellDrawn } from '../../support/expectWellDrawn';

test('a row of buttons keeps their order', () => {
  const row = ['account-yes', 'account-no'] as const;
  const block = actions(
    drawing,
    'answers',
    row.map((actionId) => button(drawing, { blockId: 'answers', actionId, text: actionId })),
  );
  expectWellDrawn([block]);
  expect(block).toMatchObject({ type: 'actions', elements: [{ actionId: 'account-yes' }, { actionId: 'account-no' }] });
});
