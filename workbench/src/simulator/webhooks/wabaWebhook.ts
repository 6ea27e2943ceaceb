/** The setting under which the WABA's own webhook is stored. */
export const WABA_WEBHOOK = 'waba.webhook';
