import type { Finding } from '../../../machines/doctor';
import { MINUTE } from '../../core/durations';
import type { Translate } from '../../core/translation/Translate';
import { translatorOf } from '../../core/translation/translatorOf';
import { countStates } from '../templates/countStates';
import { describeAge } from '../templates/describeAge';
import type { StoredTemplates } from '../templates/templates';
import { findTemplates } from '../templates/templates';
import type { Check } from './Exam';

/** Minutes that the list may be older than the setting says: the job and the answer take some time. */
const LATE = 5;

/** How many templates are known, in which states, how old the list is, and whether it could be read last time. */
export const checkTemplates: Check = async ({ host, number }) => {
  const stored = await findTemplates(host, number.digits);
  if (!stored) {
    return [{ level: 'doubtful', says: { key: 'doctor:templatesUnread' } }];
  }
  const interval = await host.memory.settings.get('templateRefreshInterval');
  const language = await host.memory.settings.get('preferredLanguage');
  const t = await translatorOf(host);
  const ago = (at: number) => describeAge(Date.now() - at, language);
  return [...describeList(stored, { t, ago }), ...describeTrouble(stored, { t, ago, interval })];
};

function describeList(
  { readAt, templates }: StoredTemplates,
  { t, ago }: { t: Translate; ago: (at: number) => string },
): Finding[] {
  if (readAt === undefined) {
    return [];
  }
  const states = countStates(templates).map(([label, count]) => t(label, { number: count }));
  const params = { count: templates.length, states: states.join(t('doctor:comma')), age: ago(readAt) };
  return [
    templates.length > 0
      ? { level: 'good', says: { key: 'doctor:templates', params } }
      : { level: 'doubtful', says: { key: 'doctor:noTemplates', params: { age: params.age } } },
  ];
}

function describeTrouble(
  { readAt, failure }: StoredTemplates,
  { t, ago, interval }: { t: Translate; ago: (at: number) => string; interval: number },
): Finding[] {
  if (failure) {
    const params = { age: ago(failure.at), reason: t(failure.key, failure.params) };
    return [{ level: 'doubtful', says: { key: 'doctor:templatesFailed', params } }];
  }
  const isOld = readAt !== undefined && Date.now() - readAt > (interval + LATE) * MINUTE;
  return isOld ? [{ level: 'doubtful', says: { key: 'doctor:templatesOld', params: { minutes: interval } } }] : [];
}
