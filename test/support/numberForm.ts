import type { NumberForm } from '../../src/machines/numberForm';

/** A filled form, with what the test is about. */
export function numberForm(facts: Partial<NumberForm> = {}): NumberForm {
  return {
    apiKey: 'A1B2C3D4E5F6G7H8',
    phoneNumber: '+55 11 5555-0100',
    departmentId: '',
    welcomeMessage: '',
    finishedMessage: '',
    offlineMessage: '',
    ...facts,
  };
}
