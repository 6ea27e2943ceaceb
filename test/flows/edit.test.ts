import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { departmentChange, editFlow, listChanges, textChanges, validateChanges } from '../../src/flows/editFlow';
import { saveNumber } from '../../src/handlers/numbers/numbers';
import { editNumber } from '../../src/machines/editNumber';
import { fakeHost } from '../support/fakeHost';
import { sayKeys, sceneOf } from '../support/interactions';
import { describeFlow } from '../support/journeys';
import { connectedNumber, numberForm } from '../support/records';

describe('departmentChange', () => {
  const reader = { getLivechatDepartmentByIdOrName: async (id: string) => ({ id, name: `The ${id}` }) };

  const change = (before: string, after: string) => {
    const { host } = fakeHost({ read: { getLivechatReader: () => reader } as unknown as Partial<IRead> });
    const [opened, form] = [before, after].map((departmentId) => numberForm({ departmentId }));
    return departmentChange(sceneOf(host), { opened: opened!, form: form! });
  };

  test.each([
    ['sales', 'sales'],
    ['', ''],
    ['', 'none'],
  ])('from "%s" to "%s" nothing was chosen anew', async (before, after) => {
    expect(await change(before, after)).toEqual({});
  });

  test('another department is stored with its name, and none takes it away', async () => {
    expect(await change('', 'sales')).toEqual({ departmentId: 'sales', departmentName: 'The sales' });
    expect(await change('sales', 'none')).toEqual({ departmentId: undefined, departmentName: undefined });
  });
});

describe('changing a number', () => {
  describeFlow({
    flow: editFlow,
    machine: editNumber,
    input: { digits: '551155550100', form: numberForm({ apiKey: '' }) },
    events: [
      { type: 'SUBMIT', form: numberForm() },
      { type: 'VALID', keyChanged: true },
      { type: 'VALID', keyChanged: false },
      { type: 'ACCEPTED', facts: {} },
      { type: 'REGISTERED' },
      { type: 'STORED', changes: ['API Key'] },
      { type: 'FAILED', errors: { apiKey: { key: 'errors:keyRefused' } } },
      { type: 'CANCEL' },
    ],
    silent: ['cancelled'],
  });
});

describe('listChanges', () => {
  const before = connectedNumber({ departmentName: 'Sales', welcomeMessage: 'Hello' });

  test('changes are named as the form names them, and their values are not told', () => {
    const after = {
      ...before,
      apiKey: 'NEW',
      departmentName: undefined,
      welcomeMessage: 'Hi',
      offlineMessage: 'Later',
    };
    expect(listChanges(before, after, sayKeys)).toEqual([
      'connect:apiKeyName',
      'connect:department',
      'connect:welcomeMessageName',
      'connect:offlineMessageName',
    ]);
  });

  test('what 360dialog tells anew is no change of the admin’s', () => {
    expect(listChanges(before, { ...before, quality: 'RED', displayName: 'Acme' }, sayKeys)).toEqual([]);
  });
});

describe('textChanges', () => {
  const opened = numberForm({ welcomeMessage: 'Hello', finishedMessage: 'Bye', offlineMessage: '' });

  test('only what differs from the opened form is a change; an emptied text is one', () => {
    const form = { ...opened, welcomeMessage: ' ', offlineMessage: 'Back at 9' };
    expect(textChanges({ opened, form })).toEqual({ welcomeMessage: undefined, offlineMessage: 'Back at 9' });
  });

  test('blanks around a text are no change', () => {
    expect(textChanges({ opened, form: { ...opened, finishedMessage: ' Bye\n' } })).toEqual({});
  });
});

describe('validateChanges', () => {
  const digits = '551155550100';
  const scene = async () => {
    const { host } = fakeHost();
    await saveNumber(host, connectedNumber({ digits, apiKey: 'MINE123456789012' }));
    await saveNumber(host, connectedNumber({ digits: '4930901820', apiKey: 'TAKEN1234567890A' }));
    return sceneOf(host);
  };
  const validate = async (apiKey: string, of = digits) => validateChanges(await scene(), of, numberForm({ apiKey }));

  describe('what was changed of a number', () => {
    test.each(['', 'MINE123456789012'])('keeps the key for "%s"', async (apiKey) => {
      expect(await validate(apiKey)).toEqual({ type: 'VALID', keyChanged: false });
    });

    test('may be a new key', async () => {
      expect(await validate('NEW4567890123456')).toEqual({ type: 'VALID', keyChanged: true });
    });

    test('is refused when the key is another number’s', async () => {
      expect(await validate('TAKEN1234567890A')).toEqual({
        type: 'FAILED',
        errors: { apiKey: { key: 'errors:keyInUse', params: { number: '+49 30 901820' } } },
      });
    });

    test('is refused when the key cannot be one', async () => {
      expect(await validate('two words')).toMatchObject({ type: 'FAILED', errors: { apiKey: {} } });
    });

    test('is refused when the number was disconnected meanwhile', async () => {
      expect(await validate('', '34910000000')).toMatchObject({
        type: 'FAILED',
        errors: { apiKey: { key: 'errors:numberGone' } },
      });
    });
  });
});
