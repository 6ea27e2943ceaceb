import { deliveryLine, messageStatusModal, roomStatusModal } from '../../src/blocks/deliveryScreens';
import { section } from '../../src/blocks/elements';
import { cancelQuestion, listResult } from '../../src/blocks/listResult';
import type { ModalScreen } from '../../src/blocks/modal';
import { modal, noticeModal } from '../../src/blocks/modal';
import { disconnectModal } from '../../src/blocks/numberCard';
import type { NumberFormModel } from '../../src/blocks/numberForm';
import { NO_DEPARTMENT, numberForm } from '../../src/blocks/numberForm';
import { progressModal } from '../../src/blocks/progress';
import { connectButton } from '../../src/blocks/setupMessages';
import { decodeValue } from '../../src/handlers/core/actionValue';
import { drawing } from '../support/interactions';
import { expectWellDrawn, nodesOf, shownTexts } from '../support/screens';

describe('numberForm', () => {
  const model: NumberFormModel = {
    editing: false,
    form: {
      apiKey: '',
      phoneNumber: '',
      departmentId: '',
      welcomeMessage: '',
      finishedMessage: '',
      offlineMessage: '',
    },
    departments: [{ value: 'd1', text: 'Sales' }],
    problems: {},
  };
  const ids = (drawn: NumberFormModel) => numberForm(drawing, drawn).blocks.map(({ blockId }) => blockId);
  const field = (drawn: NumberFormModel, id: string) =>
    numberForm(drawing, drawn).blocks.find(({ blockId }) => blockId === id);

  describe('the form of a number', () => {
    test('asks for everything when a number is connected', () => {
      const view = numberForm(drawing, model);
      expectWellDrawn(view);
      expect(ids(model)).toEqual([
        'apiKey',
        'phoneNumber',
        'departmentId',
        'welcomeMessage',
        'finishedMessage',
        'offlineMessage',
      ]);
      expect(shownTexts([view.title, view.submit, view.close])).toEqual([
        'connect:title',
        'connect:connect',
        'connect:cancel',
      ]);
    });

    test('shows the number and does not ask for it when it is changed', () => {
      const editing = { ...model, editing: true, form: { ...model.form, phoneNumber: '+55 11 5555-0100' } };
      expectWellDrawn(numberForm(drawing, editing));
      expect(ids(editing)).not.toContain('phoneNumber');
      expect(shownTexts(field(editing, 'phone'))).toEqual(['connect:editedNumber {"number":"+55 11 5555-0100"}']);
      expect(field(editing, 'apiKey')).toMatchObject({ hint: { text: 'connect:apiKeyKept' } });
    });

    test('shows a department that is gone as chosen, says what that means, and offers others and none', () => {
      const gone = { ...model, editing: true, form: { ...model.form, departmentId: 'd9' }, goneDepartment: 'Returns' };
      expectWellDrawn(numberForm(drawing, gone));
      expect(field(gone, 'departmentId')).toMatchObject({
        hint: { text: 'connect:departmentGoneHint {"department":"Returns"}' },
        element: {
          options: [{ value: NO_DEPARTMENT }, { value: 'd9' }, { value: 'd1' }],
          initialValue: 'd9',
          initialOption: { text: { text: 'connect:departmentGone {"department":"Returns"}' } },
        },
      });
    });

    test('keeps what was typed', () => {
      const form = {
        apiKey: 'k',
        phoneNumber: 'p',
        departmentId: 'd1',
        welcomeMessage: 'w',
        finishedMessage: 'f',
        offlineMessage: 'o',
      };
      const drawn = { ...model, form };
      expectWellDrawn(numberForm(drawing, drawn));
      for (const [id, value] of Object.entries(form).filter(([name]) => name !== 'apiKey')) {
        expect(field(drawn, id)).toMatchObject({ element: { initialValue: value } });
      }
      // All but the key: every view that is drawn stands in the engine's log.
      expect(field(drawn, 'apiKey')).toMatchObject({
        element: { placeholder: { text: '••••••••' } },
        hint: { text: 'connect:apiKeyTyped' },
      });
      expect(field(drawn, 'apiKey')).not.toHaveProperty('element.initialValue');
    });

    test('offers no department as a choice of its own, and says so where there is none', () => {
      expect(field(model, 'departmentId')).toMatchObject({
        element: { initialValue: NO_DEPARTMENT, options: [{ value: NO_DEPARTMENT }, { value: 'd1' }] },
        hint: { text: 'connect:departmentHint' },
      });
      const empty = { ...model, departments: [] };
      expectWellDrawn(numberForm(drawing, empty));
      expect(field(empty, 'departmentId')).toMatchObject({ hint: { text: 'connect:noDepartments' } });
    });

    test('says under each field what is wrong, where a client would not', () => {
      const drawn = { ...model, problems: { apiKey: 'The key is wrong.', phoneNumber: 'So is the number.' } };
      const view = numberForm(drawing, drawn);
      expectWellDrawn(view);
      expect(ids(drawn).slice(0, 4)).toEqual(['apiKey', 'problem-apiKey', 'phoneNumber', 'problem-phoneNumber']);
      expect(shownTexts([view.blocks[1], view.blocks[3]])).toEqual([
        ':warning: The key is wrong.',
        ':warning: So is the number.',
      ]);
    });
  });
});

describe('disconnectModal', () => {
  const number = '+55 11 5555-0100';

  describe('before a number is disconnected', () => {
    test('the modal says what will happen', () => {
      const view = disconnectModal(drawing, { number });
      expectWellDrawn(view);
      expect(shownTexts(view)).toEqual(
        expect.arrayContaining([
          `numbers:disconnectWarning {"number":"${number}"}`,
          'numbers:disconnect',
          'numbers:keep',
        ]),
      );
      expect(view.submit).toMatchObject({ style: 'danger' });
    });

    test('it says why 360dialog could not be asked, and offers to do it here alone', () => {
      const view = disconnectModal(drawing, { number, reason: 'it is down' });
      expectWellDrawn(view);
      expect(shownTexts(view)).toEqual(
        expect.arrayContaining([
          `numbers:webhookStays {"number":"${number}","reason":"it is down"}`,
          'numbers:disconnectHere',
        ]),
      );
    });
  });
});

describe('modal', () => {
  const facts = { title: 'Title', close: 'Close', blocks: [section(drawing, 'a', 'Text')] };

  describe('a modal', () => {
    test('without a submit text can only be closed', () => {
      const view = modal(drawing, facts);
      expectWellDrawn(view);
      // Null, not absent: an update of a view that had one would keep it.
      expect(view.submit).toBeNull();
      expect(view.close).toMatchObject({ actionId: 'close-view', text: { text: 'Close' } });
    });

    test('with one has a second button, in the style that was asked for', () => {
      const view = modal(drawing, { ...facts, submit: 'Go', submitStyle: 'danger' });
      expectWellDrawn(view);
      expect(view.submit).toMatchObject({ actionId: 'submit-view', text: { text: 'Go' }, style: 'danger' });
    });

    test('has no style where none was asked for', () => {
      expectWellDrawn(modal(drawing, { ...facts, submit: 'Go' }));
    });
  });
});

describe('noticeModal', () => {
  test('a notice says one thing and can be closed', () => {
    const view = noticeModal(drawing, { title: 'Title', text: 'Done.' });
    expectWellDrawn(view);
    expect(view.submit).toBeNull();
    expect(shownTexts(view).sort()).toEqual(['Done.', 'Title', 'connect:close']);
  });

  test('a notice may offer what to do next', () => {
    const view = noticeModal(drawing, { title: 'Title', text: 'Done.', then: connectButton(drawing) });
    expectWellDrawn(view);
    expect(view.blocks.map(({ type }) => type)).toEqual(['section', 'actions']);
  });
});

describe('progressModal', () => {
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
});

describe('WhatsApp status', () => {
  const message = (facts: object = {}) => ({
    excerpt: 'Hello',
    time: '10:00',
    parts: [{ state: 'read', steps: [] }],
    ...facts,
  });
  const lines = (view: ModalScreen) => {
    expectWellDrawn(view);
    return shownTexts(view.blocks).flatMap((text) => text.split('\n'));
  };

  test.each([
    ['accepted', ':hourglass_flowing_sand: delivery:stateAccepted'],
    ['sent', ':heavy_check_mark: delivery:stateSent'],
    ['delivered', ':ballot_box_with_check: delivery:stateDelivered'],
    ['read', ':white_check_mark: delivery:stateRead'],
    ['failed', ':warning: delivery:stateFailed'],
    ['uncertain', ':grey_question: delivery:statusUncertain'],
    // A state that WhatsApp adds one day: it has the message, which is all that is known.
    ['teleported', 'delivery:stateAccepted'],
  ])('a message that is %s says so, in the line below it too', (state, said) => {
    expect(lines(messageStatusModal(drawing, message({ parts: [{ state, steps: [] }] })))).toContain(said);
    const line = deliveryLine(drawing, { state, time: '10:01' });
    expectWellDrawn(line.blocks);
    expect(line.text).toBe(`${said}, 10:01`);
  });

  test('a message that went as several tells of each, with its times and why it failed', () => {
    const sent = { state: 'sent', time: '10:01' };
    const parts = [
      { state: 'read', steps: [sent, { state: 'read', time: '10:02' }] },
      { state: 'failed', steps: [sent], reason: 'No WhatsApp.' },
    ];
    expect(lines(messageStatusModal(drawing, message({ origin: 'By the app', parts })))).toEqual([
      'By the app',
      '**delivery:quoted {"excerpt":"Hello"}**',
      'delivery:statusPart {"number":1}: :white_check_mark: delivery:stateRead',
      'delivery:statusPart {"number":2}: :warning: delivery:stateFailed',
      'No WhatsApp.',
      '10:00',
      'delivery:stateSent 10:01 · delivery:stateRead 10:02',
      'delivery:stateSent 10:01',
    ]);
  });

  test('where nothing is known of a message it says why', () => {
    expect(lines(messageStatusModal(drawing, message({ parts: [], none: 'forgotten' })))).toEqual([
      '**delivery:quoted {"excerpt":"Hello"}**',
      'delivery:statusForgotten',
      '10:00',
    ]);
  });

  const kept = { messageId: 'm1', excerpt: 'Later', by: 'Ada', time: '09:00', isEarlier: true };
  const room = { roomId: 'r1', kept: [kept], mayCancel: true, messages: [message()] };

  test('a conversation lists what waits before what went, and each can be taken back', () => {
    const view = roomStatusModal(drawing, { ...room, done: 'Taken back.' });
    expect(lines(view)).toEqual([
      'Taken back.',
      'delivery:keptList',
      ':hourglass_flowing_sand: **delivery:quoted {"excerpt":"Later"}**',
      'Ada',
      '09:00',
      'delivery:keptEarlier',
      'delivery:cancelKept',
      'delivery:statusLast',
      '**delivery:quoted {"excerpt":"Hello"}**',
      ':white_check_mark: delivery:stateRead',
      '10:00',
    ]);
    expect(valuesIn(view)).toEqual([{ messageId: 'm1', room: 'r1' }]);
  });

  test('who only watches cannot take anything back, and an empty conversation says so', () => {
    expect(lines(roomStatusModal(drawing, { ...room, mayCancel: false }))).not.toContain('delivery:cancelKept');
    expect(lines(roomStatusModal(drawing, { ...room, kept: [], messages: [] }))).toEqual(['delivery:statusNone']);
  });
});

describe('the result of a list', () => {
  const model = {
    job: 'job-1',
    state: 'Paused.',
    facts: 'hello',
    counts: '1 sent',
    people: 'all',
    lines: ['Ana · sent'],
    shown: '1–1 of 1',
    page: 0,
    canPause: false,
    canResume: false,
    canCancel: false,
  } as const;
  const buttons = (more: object) =>
    nodesOf(listResult(drawing, { ...model, ...more }).blocks).flatMap(({ value }) =>
      typeof value === 'object' && value !== null && Reflect.get(value, 'type') === 'button'
        ? [String(Reflect.get(value, 'actionId'))]
        : [],
    );

  test.each([
    ['goes on', { canPause: true, canCancel: true }, ['pause-list', 'list-page.again', 'download-list', 'cancel-list']],
    [
      'is paused',
      { canResume: true, canCancel: true },
      ['resume-list', 'list-page.again', 'download-list', 'cancel-list'],
    ],
    ['is over', {}, ['list-page.again', 'download-list']],
    [
      'has pages',
      { previous: 0, next: 2, page: 1 },
      ['list-page.again', 'download-list', 'list-page.previous', 'list-page.next'],
    ],
  ])('one that %s offers what helps', (_what, more, offered) => {
    expectWellDrawn(listResult(drawing, { ...model, ...more }));
    expect(buttons(more)).toEqual(offered);
  });

  test('keeps its page and its people through every button', () => {
    expect(valuesIn(listResult(drawing, { ...model, people: 'unsent', page: 3, next: 4 }))).toEqual([
      { job: 'job-1', people: 'unsent', page: 3 },
      { job: 'job-1', people: 'unsent', page: 3 },
      { job: 'job-1', people: 'unsent', page: 4 },
    ]);
  });

  test('the rest is given up only after a question that says for how many', () => {
    const view = cancelQuestion(drawing, { job: 'job-1', left: 12 });
    expectWellDrawn(view);
    expect(shownTexts(view.blocks)).toEqual(['bulk:cancelSure {"left":12}', 'bulk:cancelYes', 'templates:back']);
    expect(view.submit).toBeNull();
  });
});

/** What the buttons of a view send. */
function valuesIn(view: ModalScreen): unknown[] {
  return nodesOf(view.blocks).flatMap(({ value }) =>
    typeof value === 'object' && value !== null && Reflect.get(value, 'type') === 'button'
      ? [decodeValue(Reflect.get(value, 'value'))].filter((each) => Object.keys(each).length > 0)
      : [],
  );
}
