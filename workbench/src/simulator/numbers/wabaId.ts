/** All numbers of the simulator belong to one WhatsApp Business Account. */
export const WABA_ID = '102290129340398';
