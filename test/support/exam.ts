import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { Exam } from '../../src/handlers/numbers/doctor/Exam';
import { connectionOf } from '../../src/handlers/numbers/connectionOf';
import type { ConnectedNumber } from '../../src/handlers/numbers/numbers';
import type { fakeHttp } from '../handlers/dialog360/support/connect';
import { connectedNumber } from './records';
import { fakeHost } from './fakeHost';

interface Case {
  number?: Partial<ConnectedNumber>;
  settings?: Record<string, unknown>;
  replies?: Parameters<typeof fakeHttp>;
  read?: object;
}

/** A number under examination, with what 360dialog and Rocket.Chat answer. */
export async function exam({ number, settings, replies, read }: Case = {}): Promise<Exam> {
  const { host } = fakeHost({ settings, replies, read: read as Partial<IRead> | undefined });
  const examined = connectedNumber(number);
  return { host, number: examined, connection: await connectionOf(host, examined) };
}
