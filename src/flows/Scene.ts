import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { Host } from '../handlers/Host';
import type { Translate } from '../handlers/translation/Translate';

/** Who a journey is played for, in which words, and with what at hand. */
export interface Scene {
  host: Host;
  user: IUser;
  t: Translate;
  /** Keys the stored position: a view id, or a fixed name for a journey that the whole workspace shares. */
  stage: string;
  /** Where the person acts; unknown in a modal. */
  room?: IRoom;
  /** The view is drawn anew rather than answered, so that its errors have to be drawn along. */
  redraws?: boolean;
}
