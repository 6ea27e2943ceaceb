import { progressModal } from '../../src/blocks/progress';
import { decodeValue } from '../../src/handlers/core/actionValue';
import { drawing } from '../support/drawing';
import { expectWellDrawn } from '../support/expectWellDrawn';
import { nodesOf } from '../support/nodesOf';
import { shownTexts } from '../support/shownTexts';

test('slow work is named, and its result is asked for by a button that knows the view', () => {
  const view = progressModal(drawing, { title: 'Title', doing: 'Asking …', viewId: 'view-1' });
  expectWellDrawn(view);
  expect(shownTexts(view)).toEqual(
    expect.arrayContaining([':hourglass_flowing_sand: Asking …\n\nconnect:stillWorking', 'connect:showResult']),
  );
  const told = progressModal(drawing, { title: 'T', doing: 'Asking …', meanwhile: 'Wait.', viewId: 'view-1' });
  expect(shownTexts(told)).toContain(':hourglass_flowing_sand: Asking …\n\nWait.');
  const button = nodesOf(view.blocks).find(({ path }) => path.endsWith('elements.0'))?.value;
  expect(button).toMatchObject({ actionId: 'show-progress' });
  expect(decodeValue(Reflect.get(button as object, 'value'))).toEqual({ view: 'view-1' });
});
