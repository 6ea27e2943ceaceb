import { failureCard } from '../../src/blocks/failureCard';
import { decodeValue } from '../../src/handlers/interactions/actionValue';
import { drawing } from '../support/drawing';
import { expectWellDrawn } from '../support/expectWellDrawn';
import { nodesOf } from '../support/nodesOf';
import { shownTexts } from '../support/shownTexts';

const failure = { excerpt: 'Hello', reason: 'The window is closed.' };
const said = 'delivery:failed {"excerpt":"Hello","reason":"The window is closed."}';

test('a message that was not delivered is named with the reason and can be sent again', () => {
  const blocks = failureCard(drawing, { ...failure, messageId: 'm1' });
  expectWellDrawn(blocks);
  expect(shownTexts(blocks)).toEqual([said, 'delivery:sendAgain']);
  const button = nodesOf(blocks).find(({ path }) => path === '1.elements.0')?.value;
  expect(decodeValue(Reflect.get(button as object, 'value'))).toEqual({ messageId: 'm1' });
});

test('one that cannot be sent again has no button', () => {
  const blocks = failureCard(drawing, failure);
  expectWellDrawn(blocks);
  expect(shownTexts(blocks)).toEqual([said]);
});
