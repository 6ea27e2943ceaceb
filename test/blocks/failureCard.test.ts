import { failureCard } from '../../src/blocks/failureCards';
import { decodeValue } from '../../src/handlers/core/actionValue';
import { drawing } from '../support/drawing';
import { expectWellDrawn } from '../support/expectWellDrawn';
import { nodesOf } from '../support/nodesOf';
import { shownTexts } from '../support/shownTexts';

const failure = { excerpt: 'Hello', reason: 'The window is closed.' };
const said = 'delivery:failed {"excerpt":"Hello","reason":"The window is closed."}';

test('a message that was not delivered is named with the reason and can be sent again', () => {
  const blocks = failureCard(drawing, { ...failure, remedy: 'send-again', messageId: 'm1' });
  expectWellDrawn(blocks);
  expect(shownTexts(blocks)).toEqual([said, 'delivery:sendAgain']);
  const button = nodesOf(blocks).find(({ path }) => path === '1.elements.0')?.value;
  expect(decodeValue(Reflect.get(button as object, 'value'))).toEqual({ messageId: 'm1' });
});

test.each([
  ['open-templates', 'templates:formTitle'],
  ['refresh-list', 'templates:refresh'],
] as const)('one for which %s helps has that button', (remedy, label) => {
  const blocks = failureCard(drawing, { ...failure, remedy });
  expectWellDrawn(blocks);
  expect(shownTexts(blocks)).toEqual([said, label]);
});

test('one that cannot be sent again has no button', () => {
  const blocks = failureCard(drawing, failure);
  expectWellDrawn(blocks);
  expect(shownTexts(blocks)).toEqual([said]);
});
