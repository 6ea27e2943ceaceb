import type { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { createTargetedRoom, isDepartmentGone } from '../../../src/handlers/omnichannel/createRoom';
import type { Target } from '../../../src/handlers/omnichannel/conversations/awaited';
import { connectedNumber } from '../../support/connectedNumber';
import { conversation } from '../../support/conversation';
import { fakeHost } from '../../support/fakeHost';

describe('createTargetedRoom', () => {
  const number = connectedNumber({ departmentId: 'sales' });
  const maria = { id: 'maria-id', username: 'maria' };

  /** A workspace that refuses some agents and departments, and what was asked of it. */
  function workspace(refuses: (agent: string | undefined, department: string | undefined) => boolean, gone = false) {
    const asked: [agent: string | undefined, department: string | undefined][] = [];
    const createRoom = async (visitor: { department?: string }, agent?: { username: string }) => {
      asked.push([agent?.username, visitor.department]);
      if (refuses(agent?.username, visitor.department)) throw new Error('no-agent-online');
      return { id: 'room' };
    };
    const departments = { getLivechatDepartmentByIdOrName: async () => ({ enabled: !gone }) };
    const people = { getByUsername: async (name: string) => (name === maria.username ? maria : undefined) };
    const host = fakeHost({
      read: { getUserReader: () => people, getLivechatReader: () => departments } as unknown as Partial<IRead>,
      modify: { getCreator: () => ({ getLivechatCreator: () => ({ createRoom }) }) } as unknown as Partial<IModify>,
    });
    return { ...host, asked };
  }

  const targets: [string, Target | undefined, Parameters<typeof workspace>[0], [unknown, unknown][]][] = [
    ['nobody, when nobody was asked for', undefined, () => false, [[undefined, 'sales']]],
    ['the agent', { agent: 'maria' }, () => false, [['maria', undefined]]],
    [
      'the department when the agent is not there',
      { agent: 'maria', departmentId: 'support' },
      (agent) => agent !== undefined,
      [
        ['maria', 'support'],
        [undefined, 'support'],
      ],
    ],
    [
      'the department of the number when neither can',
      { agent: 'maria', departmentId: 'support' },
      (_agent, department) => department === 'support',
      [
        ['maria', 'support'],
        [undefined, 'support'],
        [undefined, 'sales'],
      ],
    ],
    ['nobody for an agent who left', { agent: 'gone' }, () => false, [[undefined, 'sales']]],
  ];

  test.each(targets)('a new room is for %s', async (_who, target, refuses, expected) => {
    const { host, asked } = workspace(refuses);
    await createTargetedRoom(host, number, conversation(), target);
    expect(asked).toEqual(expected);
  });

  test('a department of the number that is gone keeps nobody out', async () => {
    const { host, asked } = workspace((_agent, department) => department !== undefined, true);
    expect(await createTargetedRoom(host, number, conversation(), undefined)).toEqual({ id: 'room' });
    expect(asked).toEqual([
      [undefined, 'sales'],
      [undefined, undefined],
    ]);
  });

  test('what keeps everybody out is thrown on', async () => {
    const { host } = workspace(() => true);
    const asked = createTargetedRoom(host, number, conversation(), { agent: 'maria' });
    await expect(asked).rejects.toThrow('no-agent-online');
  });
});

describe('isDepartmentGone', () => {
  test.each<[string, () => Promise<object | undefined>, boolean]>([
    ['is there', async () => ({ enabled: true }), false],
    ['is switched off', async () => ({ enabled: false }), true],
    ['is deleted', async () => undefined, true],
    ['nobody tells of', async () => Promise.reject(new Error('no permission')), false],
  ])('a department that %s', async (_what, getLivechatDepartmentByIdOrName, expected) => {
    const reader = { getLivechatDepartmentByIdOrName };
    const { host } = fakeHost({ read: { getLivechatReader: () => reader } as unknown as Partial<IRead> });
    expect(await isDepartmentGone(host, 'sales')).toBe(expected);
  });
});
