import type { ConnectedNumber } from '../../handlers/records/numbers';
import { textsOf } from '../number/textsOf';
import type { EditedForm } from './EditedForm';

const TEXTS = ['welcomeMessage', 'finishedMessage', 'offlineMessage'] as const;

/** The texts that this admin changed; those that somebody else changed while the form was open stay as they are. */
export function textChanges({ opened, form }: EditedForm): Partial<Pick<ConnectedNumber, (typeof TEXTS)[number]>> {
  const [before, after] = [textsOf(opened), textsOf(form)];
  return Object.fromEntries(TEXTS.filter((id) => before[id] !== after[id]).map((id) => [id, after[id]]));
}
