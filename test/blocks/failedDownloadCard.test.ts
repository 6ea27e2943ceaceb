import { failedDownloadCard } from '../../src/blocks/failureCards';
import { decodeValue } from '../../src/handlers/core/actionValue';
import { drawing } from '../support/drawing';
import { expectWellDrawn } from '../support/expectWellDrawn';
import { nodesOf } from '../support/nodesOf';
import { shownTexts } from '../support/shownTexts';

test('a file that could not be fetched is named with the reason, and can be tried again', () => {
  const blocks = failedDownloadCard(drawing, { text: 'Photo: not fetched.', wamid: 'wamid.1' });
  expectWellDrawn(blocks);
  expect(shownTexts(blocks)).toEqual(['Photo: not fetched.', 'media:tryAgain']);
  const button = nodesOf(blocks).find(({ path }) => path === '1.elements.0')?.value;
  expect(decodeValue(Reflect.get(button as object, 'value'))).toEqual({ wamid: 'wamid.1' });
});
