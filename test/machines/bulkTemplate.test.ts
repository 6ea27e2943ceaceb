import { bulkTemplate } from '../../src/machines/bulkTemplate';
import type { BulkTemplateEvent } from '../../src/machines/bulkTemplate';
import { describePaths } from '../support/describePaths';
import { play } from '../support/play';

const opening = {
  roomId: 'room',
  number: '551155550100',
  template: { name: 'hello', language: 'en' },
  files: [{ id: 'file', name: 'people.csv', type: 'text' }],
};

const submit = (typed: Record<string, string> = {}): BulkTemplateEvent => ({ type: 'SUBMIT', typed });
const read = {
  type: 'READ',
  columns: ['Phone', 'Name'],
  hasForm: true,
  suggested: { phone: 'Phone' },
} satisfies BulkTemplateEvent;
const pasted = { type: 'READ', columns: [], hasForm: false, suggested: {} } satisfies BulkTemplateEvent;
const report = { valid: 2, invalid: 1, duplicates: 0, optedOut: 0, unfilled: 0, examples: ['Line 2'] };
const checked = { type: 'CHECKED', report, job: 'job' } satisfies BulkTemplateEvent;
const nobody = { ...checked, report: { ...report, valid: 0 } };
const failed = { type: 'FAILED', problems: { phone: { key: 'bulk:phoneColumnMissing' } } } as const;
const unreadable = { type: 'UNREADABLE', problems: { file: { key: 'bulk:fileGone' } } } as const;
const gone = { type: 'GONE', notice: { key: 'templates:stoppedPaused' } } as const;
const back = { type: 'BACK' } as const;
const toValues = [submit(), read] as const;
const toConfirm = [...toValues, submit(), checked] as const;

describe('sending a template to a list', () => {
  describePaths({
    machine: bulkTemplate,
    input: opening,
    // Each of a kind, with as little of its own as possible: every fact doubles what there is to walk.
    events: [
      submit(),
      { ...read, columns: [], suggested: {} },
      pasted,
      { ...failed, problems: {} },
      { ...unreadable, problems: {} },
      checked,
      nobody,
      gone,
      back,
      { type: 'STARTED' },
      { type: 'LEAVE' },
      { type: 'CANCEL' },
    ] as BulkTemplateEvent[],
  });

  test.each([
    ['a list that cannot be read is asked for again', [submit(), unreadable], 'listing'],
    ['columns and variables are asked for', toValues, 'filling'],
    ['where there are none the list is looked through at once', [submit(), pasted], 'checking'],
    ['what is wrong is shown in the form', [...toValues, submit(), failed], 'filling'],
    ['a file that has gone meanwhile leads back to the list', [...toValues, submit(), unreadable], 'listing'],
    ['nothing is sent before somebody confirms', toConfirm, 'confirming'],
    ['nothing is sent where nobody is left', [...toValues, submit(), nobody, submit()], 'confirming'],
    ['confirmed, it begins', [...toConfirm, submit()], 'starting'],
    ['a second press changes nothing', [...toConfirm, submit(), submit()], 'starting'],
    ['a template that was paused meanwhile is said', [...toConfirm, submit(), gone], 'confirming'],
    ['the result comes at the end', [...toConfirm, submit(), { type: 'STARTED' }], 'started'],
  ] as [string, readonly BulkTemplateEvent[], string][])('%s', (_what, events, at) => {
    expect(play(bulkTemplate, [...events], opening).at).toBe(at);
  });

  test.each([
    ['Back', back, 'filling'],
    ['closing the view', { type: 'LEAVE' }, 'cancelled'],
  ] as [string, BulkTemplateEvent, string][])('%s forgets the people that were looked through', (_what, event, at) => {
    const played = play(bulkTemplate, [...toConfirm, event], opening);
    expect(played.at).toBe(at);
    expect(played.effects.at(-1)).toBe('dropDraft');
  });

  test('Back leads to the list where nothing was filled in', () => {
    expect(play(bulkTemplate, [submit(), pasted, checked, back], opening).at).toBe('listing');
  });

  test('what was typed and chosen stays through Back', () => {
    const way = [submit({ file: 'file' }), read, submit({ phone: 'Name' }), checked, back, back];
    expect(play(bulkTemplate, way, opening).context.typed).toEqual({ file: 'file', phone: 'Name' });
  });
});
