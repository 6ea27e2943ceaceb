import { doctorReport } from '../../src/blocks/doctorReport';
import type { Finding } from '../../src/machines/doctor';
import { drawing } from '../support/drawing';
import { expectWellDrawn } from '../support/expectWellDrawn';
import { shownTexts } from '../support/shownTexts';

const finding = (level: Finding['level'], key: string): Finding => ({ level, says: { key } });
const number = '+55 11 5555-0100';

describe('the report of an examination', () => {
  test.each<[string, Finding[]]>([
    ['doctor:healthy', [finding('good', 'a')]],
    ['doctor:doubtful', [finding('good', 'a'), finding('doubtful', 'b')]],
    ['doctor:broken {"count":2}', [finding('bad', 'a'), finding('doubtful', 'b'), finding('bad', 'c')]],
  ])('begins with its verdict %s', (verdict, findings) => {
    const view = doctorReport(drawing, { number, findings });
    expectWellDrawn(view);
    expect(shownTexts(view.blocks)[0]).toBe(`numbers:number {"number":"${number}"}\n${verdict}`);
  });

  test('has a line for each finding, marked by how bad it is', () => {
    const findings = [finding('good', 'a'), finding('doubtful', 'b'), finding('bad', 'c')];
    expect(shownTexts(doctorReport(drawing, { number, findings }).blocks)[1]).toBe(
      ':white_check_mark: a\n\n:warning: b\n\n:x: c',
    );
  });

  test('offers to examine again and to set the webhook anew', () => {
    expect(doctorReport(drawing, { number, findings: [finding('good', 'a')] }).blocks.at(-1)).toMatchObject({
      elements: [{ actionId: 'examine-again' }, { actionId: 'repair-webhook' }],
    });
  });
});
