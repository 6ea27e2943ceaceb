import type { Reader } from '../Reader';
import { readCall } from './readCall';
import { readEcho } from './readEcho';
import { readGroup } from './readGroup';
import { readHistory } from './readHistory';
import { readMessage } from './readMessage';
import { readStatus } from './readStatus';
import { readUserIdUpdate } from './readUserIdUpdate';
import { readUserPreference } from './readUserPreference';

/** Name of a list in a change → how one item of it is read. */
export const itemReaders: Readonly<Record<string, Reader>> = {
  messages: readMessage,
  statuses: readStatus,
  message_echoes: readEcho,
  calls: readCall,
  groups: readGroup,
  history: readHistory,
  user_preferences: readUserPreference,
  user_id_update: readUserIdUpdate,
};
