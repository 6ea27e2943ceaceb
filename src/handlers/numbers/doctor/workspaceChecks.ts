import { readSandbox } from '../../core/sandbox';
import { readServerSetting } from '../../core/settings/readServerSetting';
import { listCustomers } from '../../whatsapp/phoneNumbers';
import { findDeadLetters } from '../deadLetters';
import { areReactionsRefused } from '../reactionsRefused';
import type { Check } from './Exam';

/**
 * Checks whether Omnichannel is on. Without it Rocket.Chat creates no conversations, and customers' messages are held.
 */
export const checkOmnichannel: Check = async ({ host }) => {
  const isOn = await readServerSetting(host.read.getEnvironmentReader(), 'Livechat_enabled');
  // Only a clear "off" is a finding, not a missing answer.
  return isOn === false ? [{ level: 'bad', says: { key: 'doctor:omnichannelOff' } }] : [];
};

/** Checks whether an agent is available. */
export const checkDepartment: Check = async ({ host, number: { departmentId, departmentName } }) => {
  const reader = host.read.getLivechatReader();
  if (departmentId) {
    const department = await reader.getLivechatDepartmentByIdOrName(departmentId);
    if (!department?.enabled) {
      const key = department ? 'doctor:departmentOff' : 'doctor:departmentGone';
      return [{ level: 'bad', says: { key, params: { department: departmentName ?? departmentId } } }];
    }
  }
  const online = await reader.isOnlineAsync(departmentId);
  if (!departmentId) {
    return [
      online
        ? { level: 'good', says: { key: 'doctor:agentsOnlineAnywhere' } }
        : { level: 'doubtful', says: { key: 'doctor:nobodyOnlineAnywhere' } },
    ];
  }
  const params = { department: departmentName ?? departmentId };
  return [
    online
      ? { level: 'good', says: { key: 'doctor:agentsOnline', params } }
      : { level: 'doubtful', says: { key: 'doctor:nobodyOnline', params } },
  ];
};

/** Names the runtime of the app, so that a supporter who reads the report knows what the server can do. */
export const checkSandbox: Check = () =>
  Promise.resolve([{ level: 'good', says: { key: 'doctor:sandbox', params: { sandbox: readSandbox().name } } }]);

/** Checks the settings, especially those for files. */
export const checkFiles: Check = async ({ host }) => {
  const { settings, corrections } = await host.memory.settings.all();
  if (corrections.length > 0) {
    return corrections.map(({ key, params }) => ({ level: 'bad', says: { key, params } }));
  }
  return [
    settings.fileUploadsEnabled
      ? { level: 'good', says: { key: 'doctor:filesOn' } }
      : { level: 'doubtful', says: { key: 'doctor:filesOff' } },
  ];
};

/**
 * Checks whether customers' reactions can be shown in conversations that agents have taken. It is unknown before the
 * first one.
 */
export const checkReactions: Check = async ({ host }) =>
  (await areReactionsRefused(host))
    ? [{ level: 'doubtful', says: { key: 'doctor:reactionsRefused', params: { permission: 'view-livechat-rooms' } } }]
    : [];

/** Reports messages that could not be put into a conversation for days, with their customers and the reason. */
export const checkDeadLetters: Check = async ({ host, number }) => {
  const undelivered = await findDeadLetters(host, number.digits);
  const last = undelivered.at(-1);
  if (!last) {
    return [];
  }
  const customers = listCustomers(undelivered.flatMap((each) => each.customers));
  const params = { customers, waiting: undelivered.length, reason: last.reason };
  return [{ level: 'bad', says: { key: 'doctor:undelivered', params } }];
};
