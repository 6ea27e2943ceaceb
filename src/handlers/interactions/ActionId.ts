/** Everything that can be pressed. What it does is in the table of block actions. */
export type ActionId =
  | 'account-yes'
  | 'account-no'
  | 'connect-number'
  | 'edit-number'
  | 'disconnect-number'
  | 'run-doctor'
  | 'examine-again'
  | 'repair-webhook'
  | 'show-progress'
  | 'start-again'
  | 'open-again'
  | 'submit-view'
  | 'close-view'
  | 'send-again'
  | 'fetch-media';
