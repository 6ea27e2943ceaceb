import { unfetchedCard } from '../../src/blocks/unfetchedCard';
import { decodeValue } from '../../src/handlers/interactions/actionValue';
import { drawing } from '../support/drawing';
import { expectWellDrawn } from '../support/expectWellDrawn';
import { nodesOf } from '../support/nodesOf';
import { shownTexts } from '../support/shownTexts';

test('a file that could not be fetched says why, and can be tried again', () => {
  const blocks = unfetchedCard(drawing, { text: 'It is gone.', wamid: 'wamid.1' });
  expectWellDrawn(blocks);
  expect(shownTexts(blocks)).toEqual(['It is gone.', 'media:tryAgain']);
  const button = nodesOf(blocks).find(({ path }) => path === '1.elements.0')?.value;
  expect(button).toMatchObject({ actionId: 'fetch-media' });
  expect(decodeValue(Reflect.get(button as object, 'value'))).toEqual({ wamid: 'wamid.1' });
});
