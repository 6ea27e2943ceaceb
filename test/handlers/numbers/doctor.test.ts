import type { IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import type { Template } from '../../../src/handlers/dialog360/parseTemplates';
import { storeDeadLetter } from '../../../src/handlers/numbers/deadLetters';
import {
  checkDepartment,
  checkFiles,
  checkOmnichannel,
  checkDeadLetters,
} from '../../../src/handlers/numbers/doctor/workspaceChecks';
import {
  checkKey,
  checkLoopBack,
  checkTemplates,
  checkWebhook,
} from '../../../src/handlers/numbers/doctor/numberChecks';
import { examine } from '../../../src/handlers/numbers/doctor/examine';
import { noteTemplatesFailure, saveTemplates } from '../../../src/handlers/numbers/templates/templates';
import { proofOf } from '../../../src/handlers/numbers/webhookSecret';
import { readWebhook } from '../../../src/handlers/whatsapp/webhook/readWebhook';
import { exam } from '../../support/exam';
import { fakeHost } from '../../support/fakeHost';
import { connectedNumber, inboxEntry } from '../../support/records';

describe('checkDepartment', () => {
  const departments = [
    { id: 'sales', enabled: true },
    { id: 'closed', enabled: false },
  ];

  const found = async (online: boolean, number: Parameters<typeof exam>[0] = {}) => {
    const reader = {
      isOnlineAsync: async () => online,
      getLivechatDepartmentByIdOrName: async (id: string) => departments.find((each) => each.id === id),
    };
    return checkDepartment(await exam({ ...number, read: { getLivechatReader: () => reader } }));
  };

  test('somebody is there, or nobody', async () => {
    const number = { departmentId: 'sales', departmentName: 'Sales' };
    expect(await found(true, { number })).toEqual([
      { level: 'good', says: { key: 'doctor:agentsOnline', params: { department: 'Sales' } } },
    ]);
    expect(await found(false, { number })).toMatchObject([{ level: 'doubtful', says: { key: 'doctor:nobodyOnline' } }]);
    expect(await found(true)).toEqual([{ level: 'good', says: { key: 'doctor:agentsOnlineAnywhere' } }]);
    expect(await found(false)).toEqual([{ level: 'doubtful', says: { key: 'doctor:nobodyOnlineAnywhere' } }]);
  });

  test('the department is switched off, whoever is available', async () => {
    expect(await found(true, { number: { departmentId: 'closed', departmentName: 'Night shift' } })).toEqual([
      { level: 'bad', says: { key: 'doctor:departmentOff', params: { department: 'Night shift' } } },
    ]);
  });

  test('the department is gone', async () => {
    expect(await found(true, { number: { departmentId: 'old', departmentName: 'Old team' } })).toEqual([
      { level: 'bad', says: { key: 'doctor:departmentGone', params: { department: 'Old team' } } },
    ]);
  });
});

describe('checkFiles', () => {
  test.each([
    ['are on', {}, ['good doctor:filesOn']],
    ['are off', { file_uploads_enabled: false }, ['doubtful doctor:filesOff']],
  ])('files %s', async (_what, settings, findings) => {
    const found = await checkFiles(await exam({ settings }));
    expect(found.map(({ level, says }) => `${level} ${says.key}`)).toEqual(findings);
  });

  test('a setting that cannot be used is told', async () => {
    const found = await checkFiles(await exam({ settings: { api_base_url: 'ftp://x' } }));
    expect(found).toMatchObject([{ level: 'bad', says: { key: expect.any(String) } }]);
  });
});

describe('checkKey', () => {
  const health = (facts: object = {}) => ({
    json: {
      id: '100',
      health_status: { can_send_message: 'AVAILABLE', entities: [] },
      display_phone_number: '+55 11 5555-0100',
      quality_rating: 'GREEN',
      messaging_limit_tier: 'TIER_1K',
      ...facts,
    },
  });

  const found = async (facts: object = {}) =>
    (await checkKey(await exam({ replies: [health(facts)] }))).map(({ level, says }) => `${level} ${says.key}`);

  test('all is well', async () => {
    expect(await found()).toEqual(['good doctor:keyAccepted', 'good doctor:numberMatches', 'good doctor:quality']);
  });

  test.each([
    [{ display_phone_number: '+49 30 901820' }, 'bad errors:keyOfOtherNumber'],
    [{ display_phone_number: undefined }, 'doubtful doctor:numberUntold'],
    [{ quality_rating: 'YELLOW' }, 'doubtful doctor:qualityLow'],
    [{ quality_rating: 'RED' }, 'bad doctor:qualityLow'],
    [{ health_status: { can_send_message: 'LIMITED', entities: [] } }, 'doubtful doctor:sendingLimited'],
    [{ health_status: { can_send_message: 'BLOCKED', entities: [] } }, 'bad doctor:sendingLimited'],
  ])('%j is found', async (facts, finding) => {
    expect(await found(facts)).toContain(finding);
  });

  test('what keeps the number from sending is told in Meta’s words', async () => {
    const errors = [{ error_code: 141006, error_description: 'Payment is missing.', possible_solution: 'Add a card.' }];
    const entities = [{ entity_type: 'WABA', id: '1', can_send_message: 'BLOCKED', errors }];
    const replies = [health({ health_status: { can_send_message: 'BLOCKED', entities } })];
    const findings = await checkKey(await exam({ replies }));
    expect(findings.find(({ says }) => says.key === 'doctor:sendingLimited')?.says.params).toEqual({
      details: 'Payment is missing. Add a card.',
    });
  });

  test('a refused key is an error, which becomes a finding', async () => {
    const replies = [{ status: 401, json: { error: 'Invalid api key' } }];
    await expect(checkKey(await exam({ replies }))).rejects.toMatchObject({ key: 'errors:keyRefused' });
  });
});

describe('checkLoopBack', () => {
  test('a question goes out by the public address, without the secret of the number', async () => {
    const examined = await exam({ replies: [{ status: 401 }] });
    const post = jest.spyOn(examined.host.http, 'post');
    await checkLoopBack(examined);
    const [url, options] = post.mock.calls[0] ?? [];
    expect(url).toBe('https://chat.example.org/api/apps/private/app-id/hash/incoming');
    expect(options?.headers?.['x-whatsapp-webhook-secret']).toMatch(/^probe [\da-f]{32}$/);
    expect(JSON.stringify(options)).not.toContain('secret-of-the-number');
    expect(readWebhook(JSON.parse(options?.content ?? '')).events).toEqual([]);
  });

  test.each([
    ['another answer', { status: 404 }, { key: 'doctor:loopBackOther', params: { details: 'HTTP 404' } }],
    ['no answer', new Error('ETIMEDOUT'), { key: 'doctor:loopBackFailed' }],
    [
      'a server that answers everything well',
      { status: 200 },
      { key: 'doctor:loopBackOther', params: { details: 'HTTP 200' } },
    ],
  ])('%s is found', async (_what, reply, says) => {
    expect(await checkLoopBack(await exam({ replies: [reply] }))).toEqual([{ level: 'bad', says }]);
  });

  test('a proxy that takes less than Rocket.Chat itself is found', async () => {
    const examined = await exam({ replies: [{ status: 200 }] });
    const { visitorSecret } = await examined.host.memory.install.get(examined.host);
    jest.spyOn(examined.host.http, 'post').mockImplementation(async (_url, { headers, content } = {}) => {
      const nonce = headers?.['x-whatsapp-webhook-secret']?.replace('probe ', '') ?? '';
      const statusCode = (content ?? '').length > 50_000 ? 413 : 200;
      return { statusCode, content: proofOf(visitorSecret, nonce) } as IHttpResponse;
    });
    const says = { key: 'doctor:bodyRefused', params: { details: 'HTTP 413' } };
    expect(await checkLoopBack(examined)).toMatchObject([{ level: 'good' }, { level: 'doubtful', says }]);
  });
});

describe('checkOmnichannel', () => {
  const found = async (value: unknown) => {
    const environment = { getServerSettings: () => ({ getValueById: async () => value }) };
    return checkOmnichannel(await exam({ read: { getEnvironmentReader: () => environment } }));
  };

  test('Omnichannel is switched off', async () => {
    expect(await found(false)).toEqual([{ level: 'bad', says: { key: 'doctor:omnichannelOff' } }]);
  });

  test.each([true, undefined])('is on, or the server does not tell: %s', async (value) => {
    expect(await found(value)).toEqual([]);
  });
});

describe('checkTemplates', () => {
  const MINUTE = 60_000;
  const template: Template = { name: 'hello', language: 'en', status: 'APPROVED', components: [] };
  const ago = (minutes: number) => Date.now() - minutes * MINUTE;

  interface Known {
    readAt?: number;
    templates?: Template[];
    failure?: { at: number; key: string; params?: Record<string, string> };
  }

  async function found({ readAt, templates = [], failure }: Known, settings: object = {}) {
    const examined = await exam({ settings: { ...settings } });
    const number = examined.number.digits;
    if (readAt !== undefined) await saveTemplates(examined.host, { number, readAt, templates });
    if (failure) await noteTemplatesFailure(examined.host, number, failure);
    return checkTemplates(examined);
  }

  const lines = async (...of: Parameters<typeof found>) =>
    (await found(...of)).map(({ level, says }) => `${level} ${says.key}`);

  test('how many there are, in which states, and how old the list is', async () => {
    const templates = [template, { ...template, language: 'pt_BR' }, { ...template, status: 'PAUSED' }];
    expect(await found({ readAt: ago(12), templates })).toEqual([
      {
        level: 'good',
        says: {
          key: 'doctor:templates',
          params: { count: 3, states: 'approved: 2, paused: 1', age: '12 minutes ago' },
        },
      },
    ]);
  });

  test.each([
    ['no template', { readAt: ago(1) }, {}, ['doubtful doctor:noTemplates']],
    [
      'a list older than the setting says',
      { readAt: ago(40), templates: [template] },
      {},
      ['good doctor:templates', 'doubtful doctor:templatesOld'],
    ],
    [
      'a list as old as another setting allows',
      { readAt: ago(40), templates: [template] },
      { template_refresh_interval: 60 },
      ['good doctor:templates'],
    ],
    [
      'an attempt that failed',
      { readAt: ago(20), templates: [template], failure: { at: ago(2), key: 'errors:dialog360Down' } },
      {},
      ['good doctor:templates', 'doubtful doctor:templatesFailed'],
    ],
    [
      'a first attempt that failed',
      { failure: { at: ago(2), key: 'errors:dialog360Down' } },
      {},
      ['doubtful doctor:templatesFailed'],
    ],
  ])('%s', async (_case, stored, settings, expected) => {
    expect(await lines(stored, settings)).toEqual(expected);
  });

  test('why the last attempt failed is told in words', async () => {
    const [line] = await found({ failure: { at: ago(2), key: 'errors:unreachable', params: { details: 'x' } } });
    expect(line?.says.params).toMatchObject({ age: '2 minutes ago', reason: expect.stringContaining('reached') });
  });

  test('nothing was read yet', async () => {
    expect(await checkTemplates(await exam())).toMatchObject([
      { level: 'doubtful', says: { key: 'doctor:templatesUnread' } },
    ]);
  });

  test('more than Outbound Messages lists are said, as far as they can be sent and are not hidden', async () => {
    const many = Array.from({ length: 501 }, (_, at) => ({ ...template, name: `t${at}` }));
    const paused = Array.from({ length: 9 }, (_, at) => ({ ...template, name: `p${at}`, status: 'PAUSED' }));
    const readAt = ago(1);
    const [, more] = await found({ readAt, templates: [...many, ...paused] });
    const params = { count: 501, limit: 500 };
    expect(more).toMatchObject({ level: 'good', says: { key: 'doctor:templatesNotOffered', params } });
    expect(await lines({ readAt, templates: [...many.slice(1), ...paused] })).toEqual(['good doctor:templates']);
    expect(await lines({ readAt, templates: many }, { hidden_templates: 't1*' })).toEqual(['good doctor:templates']);
  });
});

describe('checkDeadLetters', () => {
  test('nothing is said while every message gets into its conversation', async () => {
    expect(await checkDeadLetters(await exam())).toEqual([]);
  });

  test('messages that do not are counted, with whose they are and the last reason', async () => {
    const examined = await exam();
    await storeDeadLetter(examined.host, inboxEntry({ sender: 'another number' }), { customers: ['x'], reason: 'x' });
    for (const [customer, reason] of [
      ['+49 30 1', 'no room'],
      ['+49 30 2', 'no database'],
    ] as const) {
      await storeDeadLetter(examined.host, inboxEntry(), { customers: [customer], reason });
    }
    const params = { customers: '+49 30 1, +49 30 2', waiting: 2, reason: 'no database' };
    expect(await checkDeadLetters(examined)).toEqual([{ level: 'bad', says: { key: 'doctor:undelivered', params } }]);
  });
});

describe('checkWebhook', () => {
  const url = 'https://chat.example.org/api/apps/private/app-id/hash/incoming';
  const secret = { 'X-WhatsApp-Webhook-Secret': 'secret-of-the-number' };

  const found = async (json: object, foreign = 0) => {
    const examined = await exam({ replies: [{ json }] });
    if (foreign > 0) examined.host.memory.foreignEvents.set(examined.number.digits, foreign);
    return checkWebhook(examined);
  };
  const keys = async (...given: Parameters<typeof found>) =>
    (await found(...given)).map(({ level, says }) => `${level} ${says.key}`);

  test('our address with our secret is well, in whatever case 360dialog writes the header', async () => {
    expect(await keys({ url, headers: secret })).toEqual(['good doctor:webhookOurs', 'good doctor:secretSet']);
  });

  test.each([
    [{ url: '' }, ['bad doctor:webhookLost']],
    [{ url: 'https://other.example.org/hook?token=theirs' }, ['bad doctor:webhookForeign']],
    [{ url }, ['good doctor:webhookOurs', 'bad doctor:secretWrong']],
    [{ url, headers: { 'x-whatsapp-webhook-secret': 'old' } }, ['good doctor:webhookOurs', 'bad doctor:secretWrong']],
  ])('%j is found', async (webhook, findings) => {
    expect(await keys(webhook)).toEqual(findings);
  });

  test('our own address of before is told as such', async () => {
    const examined = await exam({ replies: [{ json: { url: url.replace('chat', 'old') } }] });
    const number = { ...examined.number, siteUrl: 'https://old.example.org' };
    expect(await checkWebhook({ ...examined, number })).toEqual([
      { level: 'bad', says: { key: 'doctor:webhookMoved', params: { host: 'old.example.org' } } },
    ]);
  });

  test('of somebody else’s address only the host is told', async () => {
    expect(await found({ url: 'https://other.example.org/hook?token=theirs' })).toMatchObject([
      { says: { params: { host: 'other.example.org' } } },
    ]);
  });

  test('events of other numbers are told', async () => {
    expect(await found({ url, headers: secret }, 3)).toMatchObject([
      {},
      {},
      { level: 'doubtful', says: { key: 'doctor:foreignEvents', params: { count: 3 } } },
    ]);
  });
});

describe('examine', () => {
  test('a check that cannot be carried out is a finding too, and keeps no other from being carried out', async () => {
    // Nothing of 360dialog answers, and Omnichannel cannot be asked at all.
    const { host } = fakeHost({ replies: [{ status: 401, json: { error: 'Invalid api key' } }] });
    const findings = await examine(host, connectedNumber());
    expect(findings.length).toBeGreaterThanOrEqual(6);
    expect(findings[0]).toMatchObject({ level: 'bad', says: { key: 'errors:keyRefused' } });
    expect(findings.map(({ says }) => says.key)).toContain('doctor:filesOn');
    expect(findings.map(({ says }) => says.key)).toContain('errors:bug');
  });

  test('what strikes several checks alike is told once', async () => {
    const refused = { status: 401, json: { error: 'Invalid api key' } };
    const { host } = fakeHost({ replies: [refused, refused, refused] });
    const keys = (await examine(host, connectedNumber())).map(({ says }) => says.key);
    expect(keys.filter((key) => key === 'errors:keyRefused')).toHaveLength(1);
  });
});
