import type { ConnectedNumber } from '../../handlers/records/numbers';
import type { NumberForm } from '../../machines/NumberForm';

/** The three texts that customers get by themselves, as they are stored with a number; an empty one is none. */
export function textsOf(
  form: NumberForm,
): Pick<ConnectedNumber, 'welcomeMessage' | 'finishedMessage' | 'offlineMessage'> {
  return {
    welcomeMessage: form.welcomeMessage.trim() || undefined,
    finishedMessage: form.finishedMessage.trim() || undefined,
    offlineMessage: form.offlineMessage.trim() || undefined,
  };
}
