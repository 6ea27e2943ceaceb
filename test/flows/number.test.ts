import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { NO_DEPARTMENT } from '../../src/blocks/numberForm';
import { checkKey, registerWebhook } from '../../src/flows/number/checkKey';
import {
  cardOf,
  departmentChoices,
  departmentField,
  departmentOf,
  describeErrors,
  formOf,
  formScreen,
  sentencesOf,
  textsOf,
} from '../../src/flows/number/numberModels';
import { createTranslator } from '../../src/handlers/core/translator';
import { saveNumber } from '../../src/handlers/numbers/numbers';
import type { fakeHttp } from '../handlers/dialog360/support/connect';
import { fakeHost } from '../support/fakeHost';
import { sayKeys, sceneOf } from '../support/interactions';
import { connectedNumber, numberForm } from '../support/records';
import { expectWellDrawn, shownTexts } from '../support/screens';

describe('cardOf', () => {
  test('a card shows what is known of a number, and neither its key nor its secret', () => {
    const number = connectedNumber({
      displayName: 'Acme',
      departmentName: 'Sales',
      quality: 'GREEN',
      messagingLimit: 'TIER_1K',
    });
    const card = cardOf(number, createTranslator('en'));
    expect(card).toEqual({
      digits: '551155550100',
      number: '+55 11 5555 0100',
      displayName: 'Acme',
      department: 'Sales',
      quality: 'high',
      messagingLimit: '1,000 customers in 24 hours',
    });
    for (const secret of [number.apiKey, number.webhookSecret]) expect(JSON.stringify(card)).not.toContain(secret);
  });
});

describe('checkKey', () => {
  const digits = '551155550100';
  const healthy = {
    id: '100200300',
    health_status: { can_send_message: 'AVAILABLE', entities: [] },
    display_phone_number: '+55 11 5555-0100',
    verified_name: 'Acme',
    quality_rating: 'GREEN',
    messaging_limit_tier: 'TIER_1K',
  };
  const check = (...replies: Parameters<typeof fakeHttp>) =>
    checkKey(sceneOf(fakeHost({ replies }).host), 'A1B2C3D4', digits);

  describe('a key at 360dialog', () => {
    test('is accepted, with what is told of its number', async () => {
      expect(await check({ json: healthy })).toMatchObject({
        type: 'ACCEPTED',
        facts: { displayName: 'Acme', quality: 'GREEN', messagingLimit: 'TIER_1K' },
      });
    });

    test('is refused when it belongs to another number, and told to which', async () => {
      expect(await check({ json: { ...healthy, display_phone_number: '+49 30 901820' } })).toEqual({
        type: 'FAILED',
        errors: { phoneNumber: { key: 'errors:keyOfOtherNumber', params: { number: '+49 30 901820' } } },
      });
    });

    test('is refused in plain words when 360dialog says no or cannot be reached', async () => {
      expect(await check({ status: 401, json: { error: 'Invalid api key' } })).toMatchObject({
        type: 'FAILED',
        errors: { apiKey: { key: 'errors:keyRefused' } },
      });
      expect(await check(new Error('connect ECONNREFUSED 127.0.0.1:1'))).toMatchObject({
        type: 'FAILED',
        errors: { apiKey: { key: expect.stringMatching(/^errors:/) } },
      });
    });
  });
});

describe('departmentChoices', () => {
  test.each([undefined, null])(
    'where the app was not granted to see departments (%s) there are none',
    async (answer) => {
      const reader = { getDepartmentsEnabledWithAgents: async () => answer };
      const { host } = fakeHost({ read: { getLivechatReader: () => reader } as unknown as Partial<IRead> });
      expect(await departmentChoices(host)).toEqual([]);
    },
  );

  test('the departments that can take conversations are offered by name', async () => {
    const departments = [{ id: 'd1', name: 'Sales' }, { id: 'd2' }];
    const reader = { getDepartmentsEnabledWithAgents: async () => departments };
    const { host } = fakeHost({ read: { getLivechatReader: () => reader } as unknown as Partial<IRead> });
    expect(await departmentChoices(host)).toEqual([
      { value: 'd1', text: 'Sales' },
      { value: 'd2', text: 'd2' },
    ]);
  });
});

describe('departmentField', () => {
  const departments = [{ value: 'd1', text: 'Sales' }];

  async function field(chosen: string, department?: { name: string }) {
    const reader = {
      getDepartmentsEnabledWithAgents: async () => [{ id: 'd1', name: 'Sales' }],
      getLivechatDepartmentByIdOrName: async () => department,
    };
    const { host } = fakeHost({ read: { getLivechatReader: () => reader } as unknown as Partial<IRead> });
    await saveNumber(host, connectedNumber({ departmentId: 'd9', departmentName: 'Returns' }));
    return departmentField(host, chosen);
  }

  test.each(['', NO_DEPARTMENT, 'd1'])('with "%s" chosen nothing is gone', async (chosen) => {
    expect(await field(chosen)).toEqual({ departments });
  });

  test('a disabled department has its own name, a deleted one the stored one, else its id', async () => {
    expect(await field('d9', { name: 'Returns and complaints' })).toMatchObject({
      departments,
      goneDepartment: 'Returns and complaints',
    });
    expect(await field('d9')).toMatchObject({ goneDepartment: 'Returns' });
    expect(await field('d8')).toMatchObject({ goneDepartment: 'd8' });
  });
});

describe('departmentOf', () => {
  const reader = {
    getLivechatDepartmentByIdOrName: async (id: string) => (id === 'd1' ? { id, name: 'Sales' } : undefined),
  };
  const scene = sceneOf(fakeHost({ read: { getLivechatReader: () => reader } as unknown as Partial<IRead> }).host);

  test.each(['', 'none'])('"%s" is no department', async (departmentId) => {
    expect(await departmentOf(scene, numberForm({ departmentId }))).toEqual({});
  });

  test('a department is stored with its name, or without where it has none any more', async () => {
    expect(await departmentOf(scene, numberForm({ departmentId: 'd1' }))).toEqual({
      departmentId: 'd1',
      departmentName: 'Sales',
    });
    expect(await departmentOf(scene, numberForm({ departmentId: 'gone' }))).toEqual({ departmentId: 'gone' });
  });
});

describe('describeErrors', () => {
  test('all sentences of a form are told, one after the other', () => {
    expect(describeErrors({ apiKey: { key: 'errors:a' }, phoneNumber: { key: 'errors:b' } }, sayKeys)).toBe(
      'errors:a errors:b',
    );
  });
});

describe('formOf', () => {
  test('the Edit modal shows what is stored, the key apart', () => {
    const number = connectedNumber({ departmentId: 'd1', welcomeMessage: 'Hello', offlineMessage: 'Later' });
    expect(formOf(number)).toEqual({
      apiKey: '',
      phoneNumber: '+55 11 5555 0100',
      departmentId: 'd1',
      welcomeMessage: 'Hello',
      finishedMessage: '',
      offlineMessage: 'Later',
    });
  });

  test('submitted as it is, it changes nothing', () => {
    const texts = { welcomeMessage: 'Hello', finishedMessage: undefined, offlineMessage: 'Later' };
    expect(textsOf(formOf(connectedNumber(texts)))).toEqual(texts);
  });
});

describe('formScreen', () => {
  const reader = { getDepartmentsEnabledWithAgents: async () => [] };
  const { host } = fakeHost({ read: { getLivechatReader: () => reader } as unknown as Partial<IRead> });
  const facts = {
    form: numberForm(),
    errors: { apiKey: { key: 'errors:keyInUse', params: { number: '+55' } } },
    editing: false,
  };
  const said = 'errors:keyInUse {"number":"+55"}';

  describe('the form with its errors', () => {
    test('has them for under the fields when a submit is answered', async () => {
      const screen = await formScreen(sceneOf(host), facts);
      expect(screen).toMatchObject({ kind: 'modal', errors: { apiKey: said } });
      expect(shownTexts(screen.kind === 'modal' ? screen.modal : {})).not.toContain(`:warning: ${said}`);
    });

    test('has them in itself when it is drawn anew', async () => {
      const screen = await formScreen(sceneOf(host, { redraws: true }), facts);
      expect(shownTexts(screen.kind === 'modal' ? screen.modal : {})).toContain(`:warning: ${said}`);
    });

    test('has none where nothing is wrong', async () => {
      const screen = await formScreen(sceneOf(host), { ...facts, errors: {} });
      expect(screen.kind === 'modal' && screen.errors).toBeUndefined();
      if (screen.kind === 'modal') expectWellDrawn(screen.modal);
    });
  });
});

describe('our webhook at 360dialog', () => {
  test('is registered with the address of the workspace and the secret', async () => {
    const { host, requests } = fakeHost({ replies: [{ json: {} }] });
    expect(await registerWebhook(sceneOf(host), 'KEY', 'the-secret')).toEqual({ type: 'REGISTERED' });
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({ method: 'post', headers: { 'D360-API-KEY': 'KEY' } });
    expect(JSON.parse(requests[0]?.content ?? '')).toEqual({
      url: 'https://chat.example.org/api/apps/private/app-id/hash/incoming',
      headers: { 'x-whatsapp-webhook-secret': 'the-secret' },
    });
  });

  test('is not registered without an address of the workspace, and nobody is asked', async () => {
    const { host, requests } = fakeHost({ siteUrl: '', replies: [{ json: {} }] });
    expect(await registerWebhook(sceneOf(host), 'KEY', 's')).toMatchObject({
      type: 'FAILED',
      errors: { apiKey: { key: 'errors:siteUrlMissing' } },
    });
    expect(requests).toEqual([]);
  });

  test('is not registered when 360dialog says no, which is said', async () => {
    const { host } = fakeHost({ replies: [{ status: 401, json: { error: 'Invalid api key' } }] });
    expect(await registerWebhook(sceneOf(host), 'KEY', 's')).toMatchObject({
      type: 'FAILED',
      errors: { apiKey: { key: 'errors:keyRefused' } },
    });
  });
});

describe('sentencesOf', () => {
  const t = createTranslator('en');

  test('a key that was just typed and is refused is told with the step that is next there', () => {
    const [[field, sentence] = []] = sentencesOf({ apiKey: { key: 'errors:keyRefused' } }, t);
    expect(field).toBe('apiKey');
    expect(sentence).toContain('does not accept this API key. Copy');
    expect(sentence).not.toContain('Edit');
  });

  test('everything else is told as it is everywhere', () => {
    const params = { number: '+55 11' };
    expect(sentencesOf({ phoneNumber: { key: 'errors:keyOfOtherNumber', params } }, t)).toEqual([
      ['phoneNumber', t('errors:keyOfOtherNumber', params)],
    ]);
  });
});

describe('textsOf', () => {
  test('texts are stored without blank edges, and an empty one is none', () => {
    const form = numberForm({ welcomeMessage: ' Hello\nthere ', finishedMessage: ' \n ', offlineMessage: '' });
    expect(textsOf(form)).toEqual({
      welcomeMessage: 'Hello\nthere',
      finishedMessage: undefined,
      offlineMessage: undefined,
    });
  });
});
