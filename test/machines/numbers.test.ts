import type { ConnectEvent } from '../../src/machines/connectNumber';
import { connectNumber } from '../../src/machines/connectNumber';
import type { DisconnectEvent } from '../../src/machines/disconnectNumber';
import { disconnectNumber } from '../../src/machines/disconnectNumber';
import type { DoctorEvent } from '../../src/machines/doctor';
import { doctor } from '../../src/machines/doctor';
import type { EditEvent } from '../../src/machines/editNumber';
import { editNumber } from '../../src/machines/editNumber';
import type { SetupEvent } from '../../src/machines/setupDialogue';
import { setupDialogue } from '../../src/machines/setupDialogue';
import { describePaths, play } from '../support/machines';

describe('connectNumber', () => {
  const form = {
    apiKey: 'A1B2',
    phoneNumber: '+55 11 5555-0100',
    departmentId: 'sales',
    welcomeMessage: 'Hello',
    finishedMessage: '',
    offlineMessage: '',
  };
  const way: ConnectEvent[] = [
    { type: 'SUBMIT', form },
    { type: 'VALID', digits: '551155550100', webhookSecret: 'secret' },
    { type: 'ACCEPTED', facts: { phoneNumberId: '100', quality: undefined } },
    { type: 'REGISTERED' },
    { type: 'STORED' },
  ];
  const failed: ConnectEvent = { type: 'FAILED', errors: { apiKey: { key: 'errors:keyRefused' } } };

  describe('connecting a number', () => {
    describePaths({ machine: connectNumber, events: [...way, failed, { type: 'CANCEL' }] });

    test('asks for its effects one after the other', () => {
      const { at, effects } = play(connectNumber, way);
      expect(at).toBe('connected');
      expect(effects).toEqual(['validateForm', 'checkKey', 'registerWebhook', 'storeNumber', 'announceNumber']);
    });

    test.each([1, 2, 3, 4])(
      'goes back to the form when step %i fails, with what was typed and what is wrong',
      (steps) => {
        const { at, context } = play(connectNumber, [...way.slice(0, steps), failed]);
        expect(at).toBe('filling');
        expect(context).toMatchObject({ form, errors: failed.errors });
      },
    );

    test('forgets old errors when the form is submitted again', () => {
      expect(play(connectNumber, [...way.slice(0, 1), failed, ...way.slice(0, 1)]).context.errors).toEqual({});
    });

    test('keeps no key once the number is stored', () => {
      expect(play(connectNumber, way).context.form).toEqual({ ...form, apiKey: '' });
    });

    test('does not begin anew when the form is submitted twice', () => {
      expect(play(connectNumber, [...way.slice(0, 3), { type: 'SUBMIT', form }])).toMatchObject({
        at: 'registering',
        effects: ['validateForm', 'checkKey', 'registerWebhook'],
      });
    });
  });
});

describe('editNumber', () => {
  const digits = '551155550100';
  const stored = {
    apiKey: '',
    phoneNumber: '+55 11 5555-0100',
    departmentId: '',
    welcomeMessage: 'Hello',
    finishedMessage: '',
    offlineMessage: '',
  };
  const form = { ...stored, apiKey: 'NEW', welcomeMessage: 'Good day' };
  const input = { digits, form: stored };
  const submitted: EditEvent = { type: 'SUBMIT', form };
  const newKey: EditEvent = { type: 'VALID', keyChanged: true };
  const oldKey: EditEvent = { type: 'VALID', keyChanged: false };
  const accepted: EditEvent = { type: 'ACCEPTED', facts: { quality: 'GREEN' } };
  const registered: EditEvent = { type: 'REGISTERED' };
  const saved: EditEvent = { type: 'STORED', changes: ['API Key'] };
  const failed: EditEvent = { type: 'FAILED', errors: { apiKey: { key: 'errors:keyRefused' } } };
  const way = [submitted, newKey, accepted, registered, saved];

  describe('changing a number', () => {
    describePaths({
      machine: editNumber,
      input,
      events: [...way, oldKey, failed, { type: 'CANCEL' }],
    });

    test('checks a new key and registers the webhook again', () => {
      const { at, effects, context } = play(editNumber, way, input);
      expect(at).toBe('changed');
      expect(effects).toEqual(['validateChanges', 'checkKey', 'registerWebhook', 'storeChanges', 'announceChanges']);
      expect(context).toMatchObject({ changes: ['API Key'], facts: { quality: 'GREEN' } });
    });

    test('asks 360dialog nothing when the key stays', () => {
      expect(play(editNumber, [submitted, oldKey, saved], input)).toMatchObject({
        at: 'changed',
        effects: ['validateChanges', 'storeChanges', 'announceChanges'],
      });
    });

    test.each([1, 2, 3, 4])(
      'goes back to the form when step %i fails, with what was typed and what is wrong',
      (steps) => {
        const { at, context } = play(editNumber, [...way.slice(0, steps), failed], input);
        expect(at).toBe('filling');
        expect(context).toMatchObject({ digits, form, errors: failed.errors });
      },
    );

    test('keeps no key once the changes are stored', () => {
      expect(play(editNumber, way, input).context.form).toEqual({ ...form, apiKey: '' });
    });
  });
});

describe('disconnectNumber', () => {
  const input = { digits: '551155550100' };
  const confirm: DisconnectEvent = { type: 'CONFIRM' };
  const removed: DisconnectEvent = { type: 'WEBHOOK_REMOVED' };
  const stays: DisconnectEvent = { type: 'WEBHOOK_STAYS', reason: { key: 'errors:timeout' } };
  const forgotten: DisconnectEvent = { type: 'FORGOTTEN' };
  const cancel: DisconnectEvent = { type: 'CANCEL' };

  describe('disconnecting a number', () => {
    describePaths({ machine: disconnectNumber, input, events: [confirm, removed, stays, forgotten, cancel] });

    test('forgets the number only after its webhook is gone at 360dialog', () => {
      expect(play(disconnectNumber, [confirm, removed, forgotten], input)).toMatchObject({
        at: 'disconnected',
        effects: ['removeWebhook', 'forgetNumber', 'announceDisconnection'],
      });
    });

    test('asks again, with the reason, when 360dialog could not be asked', () => {
      const { at, context, effects } = play(disconnectNumber, [confirm, stays], input);
      expect({ at, context, effects }).toEqual({
        at: 'offering',
        context: { digits: input.digits, reason: { key: 'errors:timeout' } },
        effects: ['removeWebhook'],
      });
      expect(play(disconnectNumber, [confirm, stays, confirm, forgotten], input).at).toBe('disconnected');
      expect(play(disconnectNumber, [confirm, stays, cancel], input)).toMatchObject({
        at: 'kept',
        effects: ['removeWebhook'],
      });
    });

    test('does nothing twice when the button is pressed twice', () => {
      expect(play(disconnectNumber, [confirm, confirm, removed, confirm, forgotten, confirm], input).effects).toEqual([
        'removeWebhook',
        'forgetNumber',
        'announceDisconnection',
      ]);
    });
  });
});

describe('doctor', () => {
  const input = { digits: '551155550100' };
  const good: DoctorEvent = { type: 'EXAMINED', findings: [{ level: 'good', says: { key: 'doctor:keyAccepted' } }] };
  const bad: DoctorEvent = { type: 'EXAMINED', findings: [{ level: 'bad', says: { key: 'doctor:webhookLost' } }] };

  const notRepaired: DoctorEvent = { type: 'NOT_REPAIRED', trouble: { key: 'errors:dialog360Down' } };

  describe('examining a number', () => {
    describePaths({
      machine: doctor,
      input,
      events: [good, bad, { type: 'EXAMINE' }, { type: 'REPAIR' }, notRepaired, { type: 'CANCEL' }],
    });

    test('begins at once', () => {
      expect(play(doctor, [], input)).toMatchObject({ at: 'examining', effects: ['examine'] });
    });

    test('shows what was found last', () => {
      const { at, context } = play(doctor, [bad, { type: 'EXAMINE' }, good], input);
      expect(at).toBe('reported');
      expect(context).toMatchObject({ findings: [{ level: 'good', says: { key: 'doctor:keyAccepted' } }] });
    });

    test('says first why the webhook could not be set, once', () => {
      const trouble = { level: 'bad' as const, says: { key: 'errors:dialog360Down' } };
      const met: DoctorEvent = {
        type: 'EXAMINED',
        findings: [trouble, { level: 'bad', says: { key: 'doctor:webhookLost' } }],
      };
      const events: DoctorEvent[] = [bad, { type: 'REPAIR' }, notRepaired, met];
      expect(play(doctor, events, input).context).toMatchObject({
        findings: [trouble, { level: 'bad', says: { key: 'doctor:webhookLost' } }],
        trouble: null,
      });
      // It is over with the next examination.
      const { context } = play(doctor, [...events, { type: 'EXAMINE' }, good], input);
      expect(context).toMatchObject({ findings: [{ level: 'good', says: { key: 'doctor:keyAccepted' } }] });
    });

    test('repairs before it examines again', () => {
      expect(play(doctor, [bad, { type: 'REPAIR' }], input)).toMatchObject({
        at: 'examining',
        effects: ['examine', 'repairWebhook', 'examine'],
      });
    });
  });
});

describe('setupDialogue', () => {
  type Happening = SetupEvent['type'];

  /** Effects after a way through the dialogue, and where it then stands. */
  const after = (...types: Happening[]) => {
    const { at, effects } = play(
      setupDialogue,
      types.map((type) => ({ type })),
    );
    return [at, ...effects];
  };

  describe('the dialogue of the setup channel', () => {
    describePaths({
      machine: setupDialogue,
      events: [
        { type: 'OPEN' },
        { type: 'YES' },
        { type: 'NO' },
        { type: 'ACCOUNT_READY' },
        { type: 'NUMBER_CONNECTED' },
        { type: 'LAST_NUMBER_DISCONNECTED' },
      ],
    });

    test.each<[string, Happening[], string[]]>([
      ['asks once, however often the app is installed or updated', ['OPEN', 'OPEN'], ['asking', 'askForAccount']],
      ['shows the log-in steps', ['OPEN', 'YES'], ['loggingIn', 'askForAccount', 'showLogInSteps']],
      ['shows the sign-up steps', ['OPEN', 'NO'], ['signingUp', 'askForAccount', 'showSignUpSteps']],
      [
        'lets an admin change their mind, both ways',
        ['OPEN', 'YES', 'NO', 'YES'],
        ['loggingIn', 'askForAccount', 'showLogInSteps', 'showSignUpSteps', 'showLogInSteps'],
      ],
      [
        'does not repeat steps that are shown already',
        ['OPEN', 'YES', 'YES'],
        ['loggingIn', 'askForAccount', 'showLogInSteps', 'sayStepIsShown'],
      ],
      [
        'says that the account is ready once, however often the page is loaded',
        ['OPEN', 'NO', 'ACCOUNT_READY', 'ACCOUNT_READY'],
        ['accountReady', 'askForAccount', 'showSignUpSteps', 'sayAccountIsReady'],
      ],
      ['hears of an account only where it waits for one', ['OPEN', 'YES', 'ACCOUNT_READY'], after('OPEN', 'YES')],
      ['knows a number that was connected by command', ['NUMBER_CONNECTED'], ['connected']],
      [
        'says that a step is over, and does nothing else',
        ['OPEN', 'NUMBER_CONNECTED', 'YES', 'NO', 'ACCOUNT_READY'],
        ['connected', 'askForAccount', 'sayStepIsOver', 'sayStepIsOver'],
      ],
      [
        'takes answers again when the last number is gone',
        ['OPEN', 'NUMBER_CONNECTED', 'LAST_NUMBER_DISCONNECTED', 'YES'],
        ['loggingIn', 'askForAccount', 'showLogInSteps'],
      ],
    ])('%s', (_title, way, outcome) => {
      expect(after(...way)).toEqual(outcome);
    });

    test.each<Happening[]>([[], ['OPEN'], ['OPEN', 'YES'], ['OPEN', 'NO'], ['OPEN', 'NO', 'ACCOUNT_READY']])(
      'is over when a number is connected after %j %j %j',
      (...way) => {
        expect(after(...way, 'NUMBER_CONNECTED')[0]).toBe('connected');
      },
    );
  });
});
