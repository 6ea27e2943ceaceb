import type { BulkTemplateEvent } from '../../src/machines/bulkTemplate';
import { bulkTemplate } from '../../src/machines/bulkTemplate';
import type { SendTemplateEvent } from '../../src/machines/sendTemplate';
import { sendTemplate } from '../../src/machines/sendTemplate';
import { describePaths, play, walk } from '../support/machines';

describe('bulkTemplate', () => {
  const opening = {
    roomId: 'room',
    number: '551155550100',
    template: { name: 'hello', language: 'en' },
    files: [{ id: 'file', name: 'people.csv', type: 'text' }],
    ownFiles: [],
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
        { type: 'LEAVE', typed: {} },
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
      ['closing the view', { type: 'LEAVE', typed: {} }, 'filling'],
    ] as [string, BulkTemplateEvent, string][])(
      '%s forgets the people that were looked through',
      (_what, event, at) => {
        const played = play(bulkTemplate, [...toConfirm, event], opening);
        expect(played.at).toBe(at);
        expect(played.effects.at(-1)).toBe('dropDraft');
        expect(played.context).toMatchObject({ report: undefined, job: checked.job });
      },
    );

    test('Back leads to the list where nothing was filled in', () => {
      expect(play(bulkTemplate, [submit(), pasted, checked, back], opening).at).toBe('listing');
    });

    test('what was typed when the view was closed stays', () => {
      const way = [
        { type: 'LEAVE', typed: { numbers: '1' } },
        submit({ file: 'file' }),
        read,
        { type: 'LEAVE', typed: { phone: 'Name' } },
      ] as BulkTemplateEvent[];
      const { at, context } = play(bulkTemplate, way, opening);
      expect([at, context.typed]).toEqual(['filling', { numbers: '1', file: 'file', phone: 'Name' }]);
    });

    test('what was typed and chosen stays through Back', () => {
      const way = [submit({ file: 'file' }), read, submit({ phone: 'Name' }), checked, back, back];
      expect(play(bulkTemplate, way, opening).context.typed).toEqual({ file: 'file', phone: 'Name' });
    });
  });
});

describe('sendTemplate', () => {
  const opening = {
    roomId: 'room',
    surface: 'modal' as const,
    status: 'sendable',
    customerIsFixed: false,
    recent: [],
  };
  const ana = { id: '5511987654321', isPhone: true, name: 'Ana' };
  const fromRoom = { ...opening, number: '551155550100', customer: ana, customerIsFixed: true };

  const number: SendTemplateEvent = { type: 'NUMBER', number: '551155550100' };
  const show: SendTemplateEvent = { type: 'SHOW', name: 'hello', language: 'en' };
  const use: SendTemplateEvent = { type: 'USE' };
  const submit: SendTemplateEvent = { type: 'SUBMIT', typed: { recipient: '+55' } };
  const recipient: SendTemplateEvent = { type: 'RECIPIENT', customer: ana };
  const prepared = {
    type: 'PREPARED',
    suggested: { 'field.x.body.1': 'Ana' },
    last: {},
    files: [],
    hasFields: true,
    sendId: 'one',
    seen: { category: 'UTILITY', hash: 'a' },
  } satisfies SendTemplateEvent;
  const valid: SendTemplateEvent = { type: 'VALID' };
  const refused = { type: 'REFUSED', notice: { key: 'errors:bug' }, sendId: 'two' } satisfies SendTemplateEvent;
  const failed: SendTemplateEvent = {
    type: 'FAILED',
    problems: { 'field.x.body.1': { key: 'templates:valueMissing' } },
  };
  const fill: SendTemplateEvent = { type: 'FILL', input: 'field.x.body.1', value: 'Paul', revision: 7 };
  const gone = { type: 'GONE', notice: { key: 'templates:stoppedGone' } } satisfies SendTemplateEvent;
  const outdated = { type: 'OUTDATED', notice: { key: 'templates:outdated' } } satisfies SendTemplateEvent;
  const recategorised = {
    type: 'RECATEGORISED',
    notice: { key: 'templates:nowMarketing' },
    seen: { category: 'MARKETING', hash: 'a' },
  } satisfies SendTemplateEvent;
  const toForm = [show, use, prepared];
  const toReview = [...toForm, submit, valid];

  /** Each of a kind, with as little of its own as possible: every fact doubles what there is to walk. */
  const events: SendTemplateEvent[] = [
    ...[number, show, use, recipient, { ...prepared, suggested: {}, sendId: '' }, valid, failed],
    { ...prepared, suggested: {}, sendId: '', hasFields: false },
    { type: 'SUBMIT', typed: {} },
    { type: 'TYPED', typed: {} },
    { type: 'LEAVE', typed: {} },
    { type: 'FILL', input: 'x', value: 'y', revision: 1 },
    { type: 'VIEW', view: {} },
    { type: 'LANGUAGE', language: 'en' },
    { type: 'REFRESH' },
    { type: 'REFRESHED', notice: gone.notice },
    gone,
    { ...outdated, notice: gone.notice },
    { ...recategorised, notice: gone.notice, seen: prepared.seen },
    { ...refused, notice: gone.notice, sendId: '' },
    { type: 'SENT' },
    { type: 'QUEUED' },
    { type: 'UNSURE' },
    { type: 'RECALLED', last: {} },
    { type: 'BACK' },
    { type: 'CANCEL' },
  ];

  /** Where each branch of each transition leads, by the definition: `state EVENT target`. */
  function branches(): string[] {
    return Object.entries(sendTemplate.states).flatMap(([state, { transitions }]) =>
      [...transitions.values()]
        .flat()
        .map(({ eventType, target }) => `${state} ${eventType} ${target?.[0]?.key ?? state}`),
    );
  }

  describe('sending a template', () => {
    test('every branch of every transition is taken, from a conversation or with a typed recipient', () => {
      const walks = [
        walk(sendTemplate, events, opening),
        // Values that are there already: Back leads to them.
        walk(sendTemplate, [use, show, prepared, valid, { type: 'SUBMIT', typed: {} }, { type: 'BACK' }], fromRoom),
      ];
      const taken = walks.flatMap(({ edges }) =>
        edges.map(({ from, event, to }) => `${String(from.value)} ${event.type} ${String(to.value)}`),
      );
      // The only one that no event asks for: where the number is known, the first step is passed over.
      expect(play(sendTemplate, [], fromRoom).at).toBe('listing');
      expect(branches().filter((branch) => !branch.startsWith('choosingNumber  ') && !taken.includes(branch))).toEqual(
        [],
      );
    });

    describePaths({
      machine: sendTemplate,
      input: opening,
      events,
    });

    test.each([
      ['a number is asked for where there are several', opening, [], 'choosingNumber'],
      ['the list comes first where the number is known', fromRoom, [], 'listing'],
      [
        'the recipient is asked for where no conversation tells',
        { ...opening, number: '1' },
        [show, use],
        'addressing',
      ],
      ['a conversation tells the recipient', fromRoom, [show, use], 'preparing'],
      ['a template with variables has a form', fromRoom, toForm, 'filling'],
      ['one without is reviewed at once', fromRoom, [show, use, { ...prepared, hasFields: false }], 'reviewing'],
      ['what is wrong is shown in the form', fromRoom, [...toForm, submit, failed], 'filling'],
      ['a valid form is reviewed', fromRoom, toReview, 'reviewing'],
      ['Back leads to the form', fromRoom, [...toReview, { type: 'BACK' }], 'filling'],
      ['Send sends', fromRoom, [...toReview, submit], 'sending'],
      ['a second press changes nothing', fromRoom, [...toReview, submit, submit], 'sending'],
      ['a refusal leads back to the review', fromRoom, [...toReview, submit, refused], 'reviewing'],
      ['an outdated template is prepared anew', fromRoom, [...toReview, submit, outdated], 'preparing'],
      [
        'a template that was changed while it was filled in is prepared anew',
        fromRoom,
        [...toForm, submit, outdated],
        'preparing',
      ],
      ['another category asks again', fromRoom, [...toReview, submit, recategorised], 'reviewing'],
      ['a paused template leads back to its page', fromRoom, [...toReview, submit, gone], 'showing'],
      ['it waits', fromRoom, [...toReview, submit, { type: 'QUEUED' }], 'queued'],
      ['nobody knows', fromRoom, [...toReview, submit, { type: 'UNSURE' }], 'unsure'],
    ] satisfies [string, object, SendTemplateEvent[], string][])('%s', (_what, input, events, at) => {
      expect(play(sendTemplate, events as SendTemplateEvent[], input as typeof fromRoom).at).toBe(at);
    });

    test('another category is asked about once: Send is pressed again, and what was typed stays', () => {
      const typed: SendTemplateEvent = { type: 'TYPED', typed: { 'field.x.body.1': 'Maria' } };
      const asked = [...toForm, typed, submit, valid, submit, recategorised] satisfies SendTemplateEvent[];
      const { context } = play(sendTemplate, asked, fromRoom);
      expect(context).toMatchObject({ notice: recategorised.notice, seen: recategorised.seen, typed: typed.typed });
      expect(play(sendTemplate, [...asked, submit], fromRoom)).toMatchObject({
        at: 'sending',
        context: { notice: undefined },
      });
    });

    test('each attempt has an id of its own, and a second press of one has none', () => {
      const { context, effects } = play(sendTemplate, [...toReview, submit, submit, refused, submit], fromRoom);
      expect(effects.filter((name) => name === 'sendIt')).toHaveLength(2);
      expect(context.sendId).toBe('two');
    });

    test('what was typed stays through Back, another language and a template that was looked at in between', () => {
      const typed: SendTemplateEvent = { type: 'TYPED', typed: { 'field.x.body.1': 'Maria' } };
      const way = [
        ...toForm,
        typed,
        { type: 'BACK' },
        { type: 'LANGUAGE', language: 'de' },
        { type: 'BACK' },
        show,
        use,
        prepared,
      ];
      expect(play(sendTemplate, way as SendTemplateEvent[], fromRoom).context.typed).toEqual({
        'field.x.body.1': 'Maria',
      });
    });

    test('what was wrong with a field is said until it is typed into, or filled in', () => {
      const typed = { type: 'TYPED', typed: { 'field.x.body.1': 'Maria' } } satisfies SendTemplateEvent;
      for (const mend of [typed, fill]) {
        const { context } = play(sendTemplate, [...toForm, submit, failed, mend], fromRoom);
        expect(context.problems).toEqual({});
      }
      const other = { type: 'TYPED', typed: { 'field.x.body.2': 'Maria' } } satisfies SendTemplateEvent;
      const { problems } = play(sendTemplate, [...toForm, submit, failed, other], fromRoom).context;
      expect(Object.keys(problems)).toEqual(['field.x.body.1']);
    });

    test('a template without fields keeps nothing of the one before: Back leads to its page', () => {
      const without = { ...prepared, hasFields: false } satisfies SendTemplateEvent;
      const way = [...toForm, { type: 'BACK' }, use, without, { type: 'BACK' }] satisfies SendTemplateEvent[];
      expect(play(sendTemplate, way, fromRoom).at).toBe('showing');
    });

    test('a conversation’s number stays, whatever is pressed', () => {
      expect(play(sendTemplate, [{ type: 'NUMBER', number: '999' }], fromRoom).context.number).toBe('551155550100');
    });

    test('a chosen suggestion is a new field each time', () => {
      const { context } = play(sendTemplate, [...toForm, fill], fromRoom);
      expect(context).toMatchObject({ typed: { 'field.x.body.1': 'Paul' }, revisions: { 'field.x.body.1': 7 } });
    });

    test('a filter begins at the first page, and another number keeps the filters', () => {
      const views: SendTemplateEvent[] = [
        { type: 'VIEW', view: { page: 3 } },
        { type: 'VIEW', view: { search: 'a' } },
      ];
      expect(play(sendTemplate, views, fromRoom).context.view).toMatchObject({ page: 0, search: 'a' });
      expect(play(sendTemplate, [...views, number], fromRoom).context.view).toMatchObject({ search: 'a' });
    });
  });
});
