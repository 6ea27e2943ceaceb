import type { ConnectedNumber } from '../../handlers/records/numbers';
import type { Translate } from '../../handlers/translation/Translate';

/** The facts of a number that an admin changes, with the name that the form gives them. */
const facts = [
  ['apiKey', 'connect:apiKeyName'],
  ['departmentName', 'connect:department'],
  ['welcomeMessage', 'connect:welcomeMessageName'],
  ['finishedMessage', 'connect:finishedMessageName'],
  ['offlineMessage', 'connect:offlineMessageName'],
] as const;

/** The names of what differs between two versions of a number; never the values, a key is among them. */
export function listChanges(before: ConnectedNumber, after: ConnectedNumber, t: Translate): string[] {
  return facts.filter(([fact]) => before[fact] !== after[fact]).map(([, name]) => t(name));
}
