import { readServerSetting } from '../../core/settings/readServerSetting';
import type { Check } from './Exam';

/** Is Omnichannel on? Without it Rocket.Chat makes no conversation, and what customers write is held until it does. */
export const checkOmnichannel: Check = async ({ host }) => {
  const isOn = await readServerSetting(host.read.getEnvironmentReader(), 'Livechat_enabled');
  // A server that does not tell is no finding: only a plain no is one.
  return isOn === false ? [{ level: 'bad', says: { key: 'doctor:omnichannelOff' } }] : [];
};
