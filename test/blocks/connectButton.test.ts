import { connectButton } from '../../src/blocks/setupMessages';
import { drawing } from '../support/drawing';
import { expectWellDrawn } from '../support/expectWellDrawn';

test('the button opens the modal', () => {
  const block = connectButton(drawing);
  expectWellDrawn([block]);
  expect(block.elements).toMatchObject([{ actionId: 'connect-number', text: { text: 'setup:connect' } }]);
});
