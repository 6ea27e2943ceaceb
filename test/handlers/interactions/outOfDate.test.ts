import { outOfDate } from '../../../src/handlers/entry/interactions/outOfDate';
import { decodeValue } from '../../../src/handlers/core/actionValue';
import { drawing } from '../../support/drawing';
import { expectWellDrawn } from '../../support/expectWellDrawn';
import { nodesOf } from '../../support/nodesOf';
import { shownTexts } from '../../support/shownTexts';

describe('a step that is out of date', () => {
  test('says so, and offers to connect anew where that was it', () => {
    const view = outOfDate(drawing, 'connect');
    expectWellDrawn(view);
    expect(shownTexts(view.blocks)).toEqual(['connect:outOfDate', 'connect:startAgain']);
    const button = nodesOf(view.blocks).find(({ path }) => path === '1.elements.0')?.value;
    expect(button).toMatchObject({ actionId: 'start-again' });
    expect(decodeValue(Reflect.get(button as object, 'value'))).toEqual({ flow: 'connect' });
  });

  test.each(['edit', undefined])('of %s only says so: it began at a card, which is still there', (flow) => {
    const view = outOfDate(drawing, flow);
    expectWellDrawn(view);
    expect(shownTexts(view.blocks)).toEqual(['connect:outOfDate']);
  });
});
