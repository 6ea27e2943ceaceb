import { numberCard } from '../../src/blocks/numberCard';
import { decodeValue } from '../../src/handlers/core/actionValue';
import { drawing } from '../support/drawing';
import { expectWellDrawn } from '../support/expectWellDrawn';
import { nodesOf } from '../support/nodesOf';
import { shownTexts } from '../support/shownTexts';

const bare = { digits: '551155550100', number: '+55 11 5555-0100' };

describe('the card of a number', () => {
  test('tells what is known of it, one line each', () => {
    const blocks = numberCard(drawing, {
      ...bare,
      displayName: 'Acme',
      department: 'Sales',
      quality: 'GREEN',
      messagingLimit: 'TIER_1K',
    });
    expectWellDrawn(blocks);
    expect(shownTexts(blocks)[0]?.split('\n')).toEqual([
      'numbers:number {"number":"+55 11 5555-0100"}',
      'numbers:name {"name":"Acme"}',
      'numbers:department {"department":"Sales"}',
      expect.stringContaining('numbers:quality'),
      expect.stringContaining('numbers:limit'),
    ]);
  });

  test('leaves out what is not known', () => {
    const blocks = numberCard(drawing, bare);
    expectWellDrawn(blocks);
    expect(shownTexts(blocks)[0]?.split('\n')).toHaveLength(1);
  });

  test('has buttons that know the number', () => {
    const buttons = nodesOf(numberCard(drawing, bare)).filter(({ path }) => /elements\.\d+$/.test(path));
    const facts = buttons.map(({ value }) => value as { actionId: string; value: string });
    expect(facts.map(({ actionId }) => actionId)).toEqual(['edit-number', 'run-doctor', 'disconnect-number']);
    expect(facts.map(({ value }) => decodeValue(value))).toEqual(facts.map(() => ({ number: bare.digits })));
  });

  test('may stand beside that of another number', () => {
    expectWellDrawn([...numberCard(drawing, bare), ...numberCard(drawing, { ...bare, digits: '4930555501' })]);
  });
});
